<?php
/**
 * The table of reported comments.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** Lists reported comments with their reports, the last reported first. */
final class Reported_List_Table extends \WP_List_Table {

	/** Comments on a page. */
	const PER_PAGE = 20;

	/** Reports shown of a comment. */
	const REPORTS_SHOWN = 50;

	/** Whether the table lists open reports; otherwise it lists settled ones.
	 *
	 * @var bool
	 */
	private $is_open;

	/** What is listed: `open`, `settled`, `notices` or `decided`.
	 *
	 * @var string
	 */
	private $view;

	/** Sets the table up. */
	public function __construct() {
		parent::__construct(
			array(
				'singular' => 'reported-comment',
				'plural'   => 'reported-comments',
				'ajax'     => false,
			)
		);
		$this->view    = Reported_Screen::view();
		$this->is_open = 'settled' !== $this->view;
	}

	/** Loads the comments of the page. */
	public function prepare_items() {
		// WordPress has asked for the columns of the screen before this table existed, and remembers that there are none.
		$this->_column_headers = array( $this->get_columns(), array(), array(), 'comment' );

		$total       = Report_Store::count_comments( $this->is_open );
		$this->items = Report_Store::comments( $this->is_open, self::PER_PAGE, self::PER_PAGE * ( $this->get_pagenum() - 1 ) );
		$this->set_pagination_args(
			array(
				'total_items' => $total,
				'per_page'    => self::PER_PAGE,
			)
		);
	}

	/** The columns. */
	public function get_columns() {
		return array(
			'comment' => __( 'Comment', 'article-comments' ),
			'reports' => __( 'Reports', 'article-comments' ),
			'article' => __( 'In response to', 'article-comments' ),
		);
	}

	/** The text of an empty table. */
	public function no_items() {
		esc_html_e( 'No reports.', 'article-comments' );
	}

	/** Prints the table in the form that its page number needs. */
	public function display() {
		printf( '<form method="get"><input type="hidden" name="page" value="%s" />', esc_attr( Reported_Screen::PAGE ) );
		if ( ! $this->is_open ) {
			echo '<input type="hidden" name="reports" value="settled" />';
		}
		parent::display();
		echo '</form>';
	}

	/** The links that choose what is listed. */
	protected function get_views() {
		return array(
			'open'    => $this->view_link( 'open', __( 'Open', 'article-comments' ), Report_Store::count_comments( true ) ),
			'settled' => $this->view_link( 'settled', __( 'Settled', 'article-comments' ), Report_Store::count_comments( false ) ),
			'notices' => $this->view_link( 'notices', __( 'Notices of illegal content', 'article-comments' ), Notice_Store::count_open() ),
			'decided' => $this->view_link( 'decided', __( 'Decided notices', 'article-comments' ), null ),
		);
	}

	/** One link above the table. */
	private function view_link( $view, $label, $count ) {
		return sprintf(
			'<a href="%s"%s>%s%s</a>',
			esc_url( Reported_Screen::url( 'open' === $view ? array() : array( 'reports' => $view ) ) ),
			$view === $this->view ? ' class="current" aria-current="page"' : '',
			esc_html( $label ),
			null === $count ? '' : sprintf( ' <span class="count">(%s)</span>', esc_html( number_format_i18n( $count ) ) )
		);
	}

	/** The author, the text and the state of a comment. */
	protected function column_comment( $item ) {
		$comment = get_comment( $item->comment_id );
		if ( ! $comment ) {
			return '';
		}
		$states = array(
			'0'     => __( 'Pending', 'article-comments' ),
			'spam'  => __( 'Spam', 'article-comments' ),
			'trash' => __( 'In the trash', 'article-comments' ),
		);
		$state  = $states[ $comment->comment_approved ] ?? '';
		return sprintf(
			'<strong>%s</strong>%s <p>%s</p>',
			esc_html( get_comment_author( $comment ) ),
			'' === $state ? '' : esc_html( " ($state)" ),
			esc_html( wp_html_excerpt( $comment->comment_content, 300, '…' ) )
		);
	}

	/** The links below a comment. */
	protected function handle_row_actions( $item, $column_name, $primary ) {
		$comment = get_comment( $item->comment_id );
		if ( $column_name !== $primary || ! $comment || ! current_user_can( 'edit_comment', $comment->comment_ID ) ) {
			return '';
		}
		$id    = (int) $comment->comment_ID;
		$links = array();
		if ( $this->is_open ) {
			$links['dismiss'] = $this->link( Reported_Screen::settle_url( $id, 'dismiss' ), __( 'Dismiss reports', 'article-comments' ) );
			if ( '1' !== $comment->comment_approved ) {
				$links['approve'] = $this->link( Reported_Screen::settle_url( $id, 'approve' ), __( 'Approve', 'article-comments' ) );
			}
			$links['spam']  = $this->link( Reported_Screen::settle_url( $id, 'spam' ), __( 'Spam', 'article-comments' ) );
			$links['trash'] = $this->link( Reported_Screen::settle_url( $id, 'trash' ), __( 'Trash', 'article-comments' ) );
			$links         += Decision_Screen::links( $comment );
		}
		$links['edit'] = $this->link( (string) get_edit_comment_link( $comment ), __( 'Edit', 'article-comments' ) );
		if ( '1' === $comment->comment_approved ) {
			$links['view'] = $this->link( get_comment_link( $comment ), __( 'View', 'article-comments' ) );
		}
		// Settling reports is what the screen is for, so its links do not hide until the pointer comes.
		return $this->row_actions( $links, true );
	}

	/** A link. */
	private function link( $url, $label ) {
		return sprintf( '<a href="%s">%s</a>', esc_url( $url ), esc_html( $label ) );
	}

	/** The reasons, texts and times of the reports. */
	protected function column_reports( $item ) {
		$lines = array();
		foreach ( Report_Store::of_comment( $item->comment_id, $this->is_open, self::REPORTS_SHOWN ) as $report ) {
			$lines[] = '<li>' . $this->report_html( $report ) . '</li>';
		}
		$rest = (int) $item->reports - count( $lines );
		if ( $rest > 0 ) {
			/* translators: %s: number of reports. */
			$lines[] = '<li>' . esc_html( sprintf( _n( 'and %s older report', 'and %s older reports', $rest, 'article-comments' ), number_format_i18n( $rest ) ) ) . '</li>';
		}
		return '<ul>' . implode( '', $lines ) . '</ul>';
	}

	/** One report. */
	private function report_html( $report ) {
		$time = strtotime( "$report->reported_at +0000" );
		$when = wp_date( get_option( 'date_format' ) . ' ' . get_option( 'time_format' ), $time );
		$html = sprintf(
			'<strong>%s</strong> %s<br /><small>%s · <time datetime="%s">%s</time>%s</small>',
			esc_html( Report_Reasons::label( $report->reason ) ),
			nl2br( esc_html( $report->detail ) ),
			esc_html( "$report->comment_id-$report->report_id" ),
			esc_attr( gmdate( 'c', $time ) ),
			esc_html( $when ),
			$this->is_open ? '' : esc_html( ' · ' . $this->outcome( $report->settled_as ) )
		);
		return $html;
	}

	/** How a report was settled. */
	private function outcome( $settled_as ) {
		$outcomes = array(
			'dismissed' => __( 'dismissed', 'article-comments' ),
			'approved'  => __( 'comment approved', 'article-comments' ),
			'spam'      => __( 'comment marked as spam', 'article-comments' ),
			'trash'     => __( 'comment moved to the trash', 'article-comments' ),
		);
		return $outcomes[ $settled_as ] ?? $settled_as;
	}

	/** The article below which the comment stands. */
	protected function column_article( $item ) {
		$comment = get_comment( $item->comment_id );
		$post    = $comment ? get_post( $comment->comment_post_ID ) : null;
		return $post ? $this->link( (string) get_permalink( $post ), get_the_title( $post ) ) : '';
	}
}

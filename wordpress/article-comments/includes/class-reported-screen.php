<?php
/**
 * The editors' screen for reported comments.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** The screen "Reported" below "Comments", its links, and the count in the menu. */
final class Reported_Screen {

	const PAGE   = 'article-comments-reported';
	const ACTION = 'article_comments_settle';

	/** Adds the hooks. */
	public static function start() {
		add_action( 'admin_menu', array( __CLASS__, 'add_page' ) );
		add_filter( 'comment_status_links', array( __CLASS__, 'add_view' ) );
		add_action( 'admin_post_' . self::ACTION, array( __CLASS__, 'settle' ) );
	}

	/** Adds the screen to the menu, with the number of reported comments. */
	public static function add_page() {
		$count  = self::count();
		$bubble = '';
		if ( $count > 0 ) {
			/* translators: %s: number of comments. */
			$words  = sprintf( _n( '%s reported comment', '%s reported comments', $count, 'article-comments' ), number_format_i18n( $count ) );
			$bubble = sprintf(
				' <span class="awaiting-mod count-%1$d"><span class="pending-count" aria-hidden="true">%2$s</span><span class="screen-reader-text">%3$s</span></span>',
				$count,
				esc_html( number_format_i18n( $count ) ),
				esc_html( $words )
			);
		}
		$hook = add_comments_page(
			__( 'Reported comments', 'article-comments' ),
			__( 'Reported', 'article-comments' ) . $bubble,
			'moderate_comments',
			self::PAGE,
			array( __CLASS__, 'render' )
		);
		if ( $hook ) {
			add_action( "load-$hook", array( __CLASS__, 'load_table' ) );
		}
	}

	/** Adds a link to the screen above WordPress's list of comments. */
	public static function add_view( $views ) {
		$count = self::count();
		if ( $count > 0 ) {
			$views['article_comments_reported'] = sprintf(
				'<a href="%s">%s <span class="count">(%s)</span></a>',
				esc_url( self::url() ),
				esc_html__( 'Reported', 'article-comments' ),
				esc_html( number_format_i18n( $count ) )
			);
		}
		return $views;
	}

	/** Number of comments with open reports, and of open notices. */
	private static function count() {
		return current_user_can( 'moderate_comments' ) ? Report_Store::count_comments( true ) + Notice_Store::count_open() : 0;
	}

	/** What the screen lists: `open` or `settled` reports, `notices` or `decided` ones, or a form to `decide`. */
	public static function view() {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- Chooses what is shown; nothing is changed.
		$view = sanitize_key( wp_unslash( $_GET['reports'] ?? '' ) );
		return in_array( $view, array( 'settled', 'notices', 'decided', 'decide' ), true ) ? $view : 'open';
	}

	/** Address of the screen. */
	public static function url( $query = array() ) {
		return add_query_arg( array( 'page' => self::PAGE ) + $query, admin_url( 'edit-comments.php' ) );
	}

	/** Address that settles the reports of a comment. `$decision`: `dismiss`, `approve`, `spam` or `trash`. */
	public static function settle_url( $comment_id, $decision ) {
		$url = add_query_arg(
			array(
				'action'   => self::ACTION,
				'c'        => $comment_id,
				'decision' => $decision,
			),
			admin_url( 'admin-post.php' )
		);
		return wp_nonce_url( $url, self::nonce_action( $comment_id, $decision ) );
	}

	/** Loads the table's class, which needs one that WordPress loads only for its own tables. Before anything is printed. */
	public static function load_table() {
		if ( 'decide' === self::view() ) {
			Decision_Screen::load();
		}
		require_once ABSPATH . 'wp-admin/includes/class-wp-list-table.php';
		require_once __DIR__ . '/class-reported-list-table.php';
	}

	/** Prints the screen. */
	public static function render() {
		$view  = self::view();
		$table = new Reported_List_Table();
		echo '<div class="wrap"><h1>', esc_html__( 'Reported comments', 'article-comments' ), '</h1>';
		self::print_notice();
		if ( 'decide' === $view ) {
			Decision_Screen::render();
		} else {
			$table->views();
			if ( in_array( $view, array( 'notices', 'decided' ), true ) ) {
				Notice_List::render( 'notices' === $view );
			} else {
				$table->prepare_items();
				$table->display();
			}
		}
		echo '</div>';
	}

	/** Carries out a link of the table. */
	public static function settle() {
		// phpcs:disable WordPress.Security.NonceVerification.Recommended -- The nonce, checked next, belongs to the comment and the decision.
		$id       = absint( $_GET['c'] ?? 0 );
		$decision = sanitize_key( wp_unslash( $_GET['decision'] ?? '' ) );
		// phpcs:enable
		check_admin_referer( self::nonce_action( $id, $decision ) );
		if ( ! current_user_can( 'moderate_comments' ) || ! current_user_can( 'edit_comment', $id ) ) {
			wp_die( esc_html__( 'You are not allowed to settle the reports of this comment.', 'article-comments' ), 403 );
		}
		$is_done = self::carry_out( $id, $decision );
		wp_safe_redirect( self::url( array( 'done' => $is_done ? $decision : 'failed' ) ) );
		exit;
	}

	/** Does what the editor has decided. Reports of comments in the trash and the spam folder settle themselves. */
	private static function carry_out( $id, $decision ) {
		switch ( $decision ) {
			case 'dismiss':
				Report_Store::settle( $id, 'dismissed' );
				return true;
			case 'approve':
				$is_done = '1' === get_comment( $id )->comment_approved || wp_set_comment_status( $id, 'approve' );
				if ( $is_done ) {
					Report_Store::settle( $id, 'approved' );
				}
				return $is_done;
			case 'spam':
				return wp_spam_comment( $id );
			case 'trash':
				return wp_trash_comment( $id );
			default:
				return false;
		}
	}

	/** Says what has been done. */
	private static function print_notice() {
		$notices = array(
			'dismiss' => __( 'The reports have been dismissed. The comment stays as it is.', 'article-comments' ),
			'approve' => __( 'The comment has been approved, and its reports are settled.', 'article-comments' ),
			'spam'    => __( 'The comment has been marked as spam, and its reports are settled.', 'article-comments' ),
			'trash'   => __( 'The comment has been moved to the trash, and its reports are settled.', 'article-comments' ),
			'decided' => __( 'The decision is stored and has been sent to those whose email address is known.', 'article-comments' ),
			'failed'  => __( 'The comment could not be changed. Perhaps somebody else has just done it.', 'article-comments' ),
		);
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- Chooses a sentence; nothing is changed.
		$done = sanitize_key( wp_unslash( $_GET['done'] ?? '' ) );
		if ( isset( $notices[ $done ] ) ) {
			printf( '<div class="notice notice-%s is-dismissible" role="status"><p>%s</p></div>', 'failed' === $done ? 'error' : 'success', esc_html( $notices[ $done ] ) );
		}
	}

	/** Name of the nonce for a decision about a comment. */
	private static function nonce_action( $comment_id, $decision ) {
		return "article-comments-$decision-$comment_id";
	}
}

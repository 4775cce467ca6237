<?php
/**
 * Deciding on a comment in the dashboard.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** The form for a decision with its reasons: on a notice, or on the editors' own initiative. */
final class Decision_Screen {

	const ACTION = 'article-comments-decide';

	/** The notice, or null.
	 *
	 * @var object|null
	 */
	private static $notice;

	/** The comment, or null if it has been deleted.
	 *
	 * @var \WP_Comment|null
	 */
	private static $comment;

	/** What the editor has entered.
	 *
	 * @var array<string, string>
	 */
	private static $entry = array();

	/** What is wrong with it.
	 *
	 * @var string
	 */
	private static $problem = '';

	/** Adds the hooks. */
	public static function start() {
		add_filter( 'comment_row_actions', array( __CLASS__, 'add_link' ), 10, 2 );
	}

	/** Address of the form, for a `notice` or for a comment `c`. */
	public static function url( array $query ) {
		return Reported_Screen::url( array( 'reports' => 'decide' ) + $query );
	}

	/** The link below a comment, if the visitor may decide. */
	public static function links( $comment ) {
		if ( ! current_user_can( 'moderate_comments' ) || ! in_array( $comment->comment_approved, array( '0', '1' ), true ) || Decision::on( $comment ) ) {
			return array();
		}
		$url = self::url( array( 'c' => $comment->comment_ID ) );
		return array( 'article_comments_decide' => sprintf( '<a href="%s">%s</a>', esc_url( $url ), esc_html__( 'Remove with reasons…', 'article-comments' ) ) );
	}

	/** Adds it to WordPress's list of comments. */
	public static function add_link( $actions, $comment ) {
		return $actions + self::links( $comment );
	}

	/** Finds what is decided on, and carries a decision out. */
	public static function load() {
		// phpcs:disable WordPress.Security.NonceVerification -- A decision is stored only after check_admin_referer().
		self::$notice  = isset( $_GET['notice'] ) ? Notice_Store::with_id( absint( $_GET['notice'] ) ) : null;
		self::$comment = get_comment( self::$notice ? (int) self::$notice->comment_id : absint( $_GET['c'] ?? 0 ) );
		if ( self::$notice ? ! self::$notice->is_open : ! self::$comment ) {
			self::leave( 'failed' );
		}
		if ( ! current_user_can( 'moderate_comments' ) || ( self::$comment && ! current_user_can( 'edit_comment', self::$comment->comment_ID ) ) ) {
			wp_die( esc_html__( 'You are not allowed to decide on this comment.', 'article-comments' ), 403 );
		}
		$redress     = Settings::redress();
		self::$entry = array(
			'measure'  => '',
			'ground'   => '',
			'redress'  => $redress['message'] ?? '',
			'href'     => $redress['href'] ?? '',
			'revision' => self::revision(),
		);
		if ( 'POST' !== ( $_SERVER['REQUEST_METHOD'] ?? '' ) ) {
			return;
		}
		check_admin_referer( self::ACTION );
		foreach ( array( 'measure', 'ground', 'rule', 'facts', 'territory', 'until', 'redress', 'href', 'revision', 'detection', 'automated' ) as $name ) {
			// phpcs:ignore WordPress.Security.ValidatedSanitizedInput.InputNotSanitized -- The text as typed, as of a report.
			self::$entry[ $name ] = Report_Route::plain_text( is_string( $_POST[ $name ] ?? null ) ? wp_unslash( $_POST[ $name ] ) : '' );
		}
		// phpcs:enable
		self::$problem = self::problem();
		if ( '' === self::$problem ) {
			self::carry_out( self::decision() );
		}
		self::$entry['revision'] = self::revision();
	}

	/** Stores and mails a decision. Of two editors at once, the first one decides. */
	private static function carry_out( array $decision ) {
		if ( self::$notice && ! Notice_Store::decide( self::$notice->report_id, $decision ) ) {
			self::leave( 'failed' );
		}
		Decision::carry_out( self::$comment, $decision );
		if ( self::$notice ) {
			Decision_Mail::of_decision( self::$notice );
		}
		self::leave( 'decided' );
	}

	/** Leads back to the list. */
	private static function leave( $done ) {
		wp_safe_redirect( Reported_Screen::url( array( 'done' => $done ) + ( self::$notice ? array( 'reports' => 'notices' ) : array() ) ) );
		exit;
	}

	/** Changes with the comment, so that editors decide on what they have read. */
	private static function revision() {
		return self::$comment ? md5( self::$comment->comment_content ) : '';
	}

	/** What is wrong with the entry, or an empty string. */
	private static function problem() {
		$entry   = self::$entry;
		$is_kept = 'kept' === $entry['measure'];
		if ( $entry['revision'] !== self::revision() ) {
			return __( 'The comment has been edited since you read it. Please read it again.', 'article-comments' );
		}
		if ( ! isset( self::measures()[ $entry['measure'] ] ) ) {
			return __( 'Choose what is done with the comment.', 'article-comments' );
		}
		if ( ! $is_kept && ( ! isset( Decision::grounds()[ $entry['ground'] ] ) || '' === $entry['rule'] ) ) {
			return __( 'Name the law or the rule that the comment breaks.', 'article-comments' );
		}
		if ( '' === $entry['facts'] ) {
			return __( 'Say what you base the decision on.', 'article-comments' );
		}
		if ( '' === $entry['redress'] && '' === $entry['href'] ) {
			return __( 'Say how the decision can be contested.', 'article-comments' );
		}
		if ( '' !== $entry['href'] && null === Comment_Link::safe_url( $entry['href'] ) ) {
			return __( 'Enter a whole address for contesting the decision, with https:// or mailto: before it.', 'article-comments' );
		}
		return '' === $entry['until'] || ( preg_match( '/^\d{4}-\d\d-\d\d$/', $entry['until'] ) && strtotime( $entry['until'] ) > time() )
			? ''
			: __( 'Enter a date in the future, or none.', 'article-comments' );
	}

	/** The decision, in the terms of the adapter contract. */
	private static function decision() {
		$entry   = self::$entry;
		$until   = '' === $entry['until'] ? '' : Discussion::utc( date_create( $entry['until'], wp_timezone() )->getTimestamp() );
		$given   = array(
			'rule'      => $entry['rule'],
			'facts'     => $entry['facts'],
			'territory' => $entry['territory'],
			'until'     => $until,
		);
		$redress = array(
			'message' => $entry['redress'],
			'href'    => $entry['href'],
		);
		return array(
			'measure'            => $entry['measure'],
			'ground'             => '' === $entry['ground'] ? 'law' : $entry['ground'],
			'basis'              => self::$notice ? 'notice' : 'own-initiative',
			'automatedDetection' => 'yes' === $entry['detection'],
			'automated'          => 'yes' === $entry['automated'],
			'decidedAt'          => Discussion::utc( time() ),
			'redress'            => array_diff( $redress, array( '' ) ),
		) + array_diff( $given, array( '' ) );
	}

	/** What can be done with the comment. */
	private static function measures() {
		$measures = array(
			'removed' => __( 'Move it to the trash', 'article-comments' ),
			'hidden'  => __( 'Unapprove it: readers no longer see it', 'article-comments' ),
		);
		$is_shown = self::$comment && '1' === self::$comment->comment_approved;
		return self::$notice && $is_shown ? array( 'kept' => __( 'Keep it as it is', 'article-comments' ) ) + $measures : $measures;
	}

	/** Prints the form. */
	public static function render() {
		if ( '' !== self::$problem ) {
			printf( '<div class="notice notice-error" role="alert"><p>%s</p></div>', esc_html( self::$problem ) );
		}
		echo '<div class="card" style="max-width: 50em; overflow-wrap: anywhere">';
		if ( self::$notice ) {
			Notice_List::render_notice( self::$notice );
		} else {
			echo '<dl>';
			Notice_List::entries( Notice_List::comment( self::$comment ) );
			echo '</dl>';
		}
		printf( '</div><form method="post" style="max-width: 52em"><p>%s</p>', esc_html__( 'The author of the comment reads all of this, unless it is kept, and so does the sender of a notice. Name neither of them.', 'article-comments' ) );
		wp_nonce_field( self::ACTION );
		printf( '<input type="hidden" name="revision" value="%s" />', esc_attr( self::$entry['revision'] ) );
		echo '<table class="form-table" role="presentation">';
		self::choices( 'measure', __( 'Decision', 'article-comments' ), self::measures() );
		self::choices( 'ground', __( 'Reason', 'article-comments' ), Decision::grounds() );
		self::field( 'rule', __( 'Law or rule', 'article-comments' ), '<input type="text" class="large-text" maxlength="500" dir="auto" %s value="%s" />' );
		self::field( 'facts', __( 'What we found', 'article-comments' ), '<textarea class="large-text" rows="4" maxlength="3000" dir="auto" required %s>%s</textarea>' );
		self::field( 'territory', __( 'Where', 'article-comments' ), '<input type="text" class="regular-text" maxlength="200" dir="auto" %s value="%s" />', __( 'Empty: everywhere', 'article-comments' ) );
		self::field( 'until', __( 'Until', 'article-comments' ), '<input type="date" %s value="%s" />', __( 'Empty: without a time limit. You have to publish the comment again yourself.', 'article-comments' ) );
		self::choices(
			'',
			__( 'Automated means', 'article-comments' ),
			array(
				'detection' => __( 'were used to find the comment', 'article-comments' ),
				'automated' => __( 'were used to decide', 'article-comments' ),
			)
		);
		self::field( 'redress', __( 'How to contest it', 'article-comments' ), '<textarea class="large-text" rows="3" maxlength="1000" dir="auto" %s>%s</textarea>' );
		self::field( 'href', __( 'Where to contest it', 'article-comments' ), '<input type="text" class="regular-text" maxlength="2000" dir="ltr" %s value="%s" />' );
		echo '</table>';
		submit_button( __( 'Decide', 'article-comments' ) );
		echo '</form>';
	}

	/** Prints a row of the form. The arguments are HTML, except the label. */
	private static function row( $label, $html, $id = '' ) {
		printf(
			'' === $id ? '<tr><th scope="row">%1$s</th><td>%2$s</td></tr>' : '<tr><th scope="row"><label for="%3$s">%1$s</label></th><td>%2$s</td></tr>',
			esc_html( $label ),
			$html, // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- Its parts are escaped.
			esc_attr( $id )
		);
	}

	/** Prints a field. `$input`: its HTML, with places for the attributes and the value. */
	private static function field( $name, $label, $input, $hint = '' ) {
		$id         = "article-comments-$name";
		$attributes = sprintf( 'id="%1$s" name="%2$s"%3$s', $id, $name, '' === $hint ? '' : " aria-describedby=\"$id-hint\"" );
		$html       = sprintf( $input, $attributes, esc_textarea( self::$entry[ $name ] ?? '' ) );
		self::row( $label, '' === $hint ? $html : $html . sprintf( '<p class="description" id="%s-hint">%s</p>', $id, esc_html( $hint ) ), $id );
	}

	/** Prints radio buttons; check boxes if they have no common name. */
	private static function choices( $name, $label, array $choices ) {
		$html = sprintf( '<fieldset><legend class="screen-reader-text">%s</legend>', esc_html( $label ) );
		foreach ( $choices as $value => $text ) {
			$html .= '' === $name
				? sprintf( '<label><input type="checkbox" name="%s" value="yes"%s /> %s</label><br />', esc_attr( $value ), checked( self::$entry[ $value ] ?? '', 'yes', false ), esc_html( $text ) )
				: sprintf( '<label><input type="radio" name="%s" value="%s"%s /> %s</label><br />', $name, esc_attr( $value ), checked( self::$entry[ $name ], $value, false ), esc_html( $text ) );
		}
		self::row( $label, "$html</fieldset>" );
	}
}

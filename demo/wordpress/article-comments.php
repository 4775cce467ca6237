<?php
/**
 * Plugin Name: Article Comments
 * Description: Replaces the theme's comments with <article-comments>, lets guests comment through the REST API, accepts abuse reports, and lets people edit and delete recent comments.
 * Version: 1.0.0
 * Requires at least: 5.7
 * Requires PHP: 7.4
 * License: GPL-2.0-or-later
 * License URI: https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain: article-comments
 *
 * Settings are constants in wp-config.php:
 *
 * ARTICLE_COMMENTS_SCRIPT        URL of article-comments.js. Default: article-comments/article-comments.js in the plugins folder.
 * ARTICLE_COMMENTS_POLICY_URL    URL of the comment policy. Default: none.
 * ARTICLE_COMMENTS_MAX           Maximum characters in a comment. Default 5000; 0 leaves it to WordPress, which allows 65,525 bytes.
 * ARTICLE_COMMENTS_EDIT_MINUTES  Minutes for which people can edit or delete their comments. Default 5; 0: never.
 * ARTICLE_COMMENTS_REPLACE       Whether to replace the theme's comments. Default true.
 *
 * Behind a proxy that hides IP addresses, use the filter `article_comments_address` to return the reader's. Otherwise all
 * readers count as one reporter.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

// The file is also the comments template: WordPress includes it again to render the comments.
if ( class_exists( 'Article_Comments', false ) ) {
	if ( did_action( 'template_redirect' ) ) {
		Article_Comments::render();
	}
	return;
}

if ( ! class_exists( 'Article_Comments', false ) ) :

/** The plugin. `start` lists all its hooks. */
final class Article_Comments {

	const REPORTS   = '_article_comments_reports';
	const EDITED    = '_article_comments_edited';
	const REPLY_TO  = '_article_comments_reply_to';
	const NAMESPACE = 'article-comments/v1';
	const REASON    = 64;
	const DETAIL    = 500;
	/** Maximum reports per person and hour. */
	const REPORTS_PER_HOUR = 20;
	/** Maximum reports stored per comment. */
	const REPORTS_KEPT = 50;
	/** Seconds that a request waits for a lock. */
	const LONGEST_WAIT = 5;

	/** Name of the lock that this request holds. */
	private static $lock = null;

	public static function start() {
		add_filter( 'rest_allow_anonymous_comments', '__return_true' );
		add_filter( 'rest_preprocess_comment', array( __CLASS__, 'prepare_comment' ), 10, 2 );
		add_filter( 'rest_pre_insert_comment', array( __CLASS__, 'check_comment' ) );
		add_action( 'rest_insert_comment', array( __CLASS__, 'unlock' ) );
		add_action( 'rest_after_insert_comment', array( __CLASS__, 'notify_editors' ), 10, 3 );
		add_action( 'rest_api_init', array( __CLASS__, 'add_to_rest_api' ) );
		add_filter( 'comments_template', array( __CLASS__, 'template' ), 20 );
		add_filter( 'render_block_core/comments', array( __CLASS__, 'block' ), 20 );
		add_filter( 'manage_edit-comments_columns', array( __CLASS__, 'add_column' ) );
		add_action( 'manage_comments_custom_column', array( __CLASS__, 'fill_column' ), 10, 2 );
		add_filter( 'comment_row_actions', array( __CLASS__, 'add_row_action' ), 10, 2 );
		add_action( 'admin_action_article_comments_dismiss', array( __CLASS__, 'dismiss_reports' ) );
		add_action( 'admin_notices', array( __CLASS__, 'notice' ) );
		add_action( 'pre_get_comments', array( __CLASS__, 'only_reported' ) );
	}

	/** A setting, or its default. */
	private static function setting( $name, $default ) {
		return defined( 'ARTICLE_COMMENTS_' . $name ) ? constant( 'ARTICLE_COMMENTS_' . $name ) : $default;
	}

	private static function edit_seconds() {
		return max( 0, (int) self::setting( 'EDIT_MINUTES', 5 ) ) * MINUTE_IN_SECONDS;
	}

	private static function utc( $time ) {
		return gmdate( 'Y-m-d\TH:i:s\Z', $time );
	}

	/* ---------------------------------------------------------------- REST API: fields and routes */

	public static function add_to_rest_api() {
		foreach ( get_post_types( array( 'show_in_rest' => true ) ) as $type ) {
			if ( post_type_supports( $type, 'comments' ) ) {
				register_rest_field( $type, 'article_comments', array( 'get_callback' => array( __CLASS__, 'describe_article' ) ) );
			}
		}
		register_rest_field( 'comment', 'article_comments', array( 'get_callback' => array( __CLASS__, 'describe_comment' ) ) );

		$id   = array( 'type' => 'integer', 'minimum' => 1, 'required' => true, 'validate_callback' => 'rest_validate_request_arg' );
		$text = array( 'type' => 'string', 'validate_callback' => 'rest_validate_request_arg' );
		register_rest_route(
			self::NAMESPACE,
			'/comments/(?P<id>\d+)',
			array(
				array(
					'methods'             => 'POST',
					'callback'            => array( __CLASS__, 'edit' ),
					'permission_callback' => array( __CLASS__, 'may_change' ),
					'args'                => array(
						'id'      => $id,
						'content' => $text + array( 'required' => true ),
						'proof'   => $text,
					),
				),
				array(
					'methods'             => 'DELETE',
					'callback'            => array( __CLASS__, 'remove' ),
					'permission_callback' => array( __CLASS__, 'may_change' ),
					'args'                => array(
						'id'    => $id,
						'proof' => $text,
					),
				),
			)
		);
		register_rest_route(
			self::NAMESPACE,
			'/comments/(?P<id>\d+)/reports',
			array(
				'methods'             => 'POST',
				'callback'            => array( __CLASS__, 'report' ),
				// Anyone who can read a comment can report it. The callback checks that.
				'permission_callback' => '__return_true',
				'args'                => array(
					'id'     => $id,
					'reason' => $text + array( 'required' => true, 'maxLength' => self::REASON, 'sanitize_callback' => 'sanitize_text_field' ),
					'detail' => $text + array( 'maxLength' => self::DETAIL, 'sanitize_callback' => 'sanitize_textarea_field' ),
				),
			)
		);
	}

	/** The field of a post. The adapter uses it as it is, so its names are those of the adapter contract. */
	public static function describe_article( $prepared ) {
		$post = get_post( $prepared['id'] );
		if ( ! $post ) {
			return null;
		}
		$has_to_sign_in = ! is_user_logged_in() && get_option( 'comment_registration' );

		$about = array(
			'state'    => comments_open( $post ) ? 'open' : 'closed',
			'now'      => self::utc( time() ),
			'posting'  => array(
				'who'          => $has_to_sign_in ? 'signed-in' : 'anyone',
				'max'          => self::longest(),
				'premoderated' => (bool) get_option( 'comment_moderation' ) && ! current_user_can( 'moderate_comments' ),
			),
			'features' => get_option( 'thread_comments' )
				? array( 'maxDepth' => self::levels() - 1 )
				: array( 'nesting' => 'flat' ),
		);
		if ( ! $has_to_sign_in ) {
			$required = (bool) get_option( 'require_name_email' );

			$about['posting']['guest'] = array(
				'name'    => array( 'required' => $required ),
				'email'   => array( 'required' => $required ),
				'website' => array( 'required' => false ),
			);
		}
		// A password-protected post does not expose its number of comments.
		if ( ! post_password_required( $post ) ) {
			$about['total'] = (int) get_comments( array( 'post_id' => $post->ID, 'status' => 'approve', 'type' => 'comment', 'count' => true ) );
		}
		if ( get_option( 'close_comments_for_old_posts' ) && 'open' === $post->comment_status ) {
			$closes = strtotime( $post->post_date_gmt . ' +0000' ) + DAY_IN_SECONDS * (int) get_option( 'close_comments_days_old' );
			$about[ 'open' === $about['state'] ? 'closesAt' : 'closedAt' ] = self::utc( $closes );
		}
		$policy = esc_url_raw( (string) self::setting( 'POLICY_URL', '' ) );
		if ( $policy ) {
			$about['policy'] = array( 'url' => $policy );
		}
		return $about;
	}

	/** Maximum nesting depth, including the top level. */
	private static function levels() {
		return get_option( 'thread_comments' ) ? max( 2, (int) get_option( 'thread_comments_depth' ) ) : 1;
	}

	private static function longest() {
		$max = (int) self::setting( 'MAX', 5000 );
		return $max > 0 ? array( 'value' => $max, 'unit' => 'graphemes' ) : array( 'value' => 65525, 'unit' => 'bytes' );
	}

	public static function describe_comment( $prepared, $field, $request ) {
		$comment = get_comment( $prepared['id'] );
		if ( ! $comment ) {
			return null;
		}
		$about   = array();
		$is_own  = self::is_own( $comment );
		$until   = strtotime( $comment->comment_date_gmt . ' +0000' ) + self::edit_seconds();
		$in_time = time() < $until;
		if ( $is_own ) {
			$about['can'] = array( 'edit' => $in_time && comments_open( (int) $comment->comment_post_ID ), 'remove' => $in_time );
			if ( $in_time ) {
				$about['editableUntil'] = self::utc( $until );
				$about['source']        = $comment->comment_content;
			}
		}
		if ( current_user_can( 'moderate_comments' ) ) {
			$about['can'] = array( 'edit' => true, 'remove' => true );
		}
		$post = get_post( $comment->comment_post_ID );
		if ( $comment->user_id && $post && (int) $comment->user_id === (int) $post->post_author ) {
			$about['badges'] = array( 'author' );
		} elseif ( $comment->user_id && user_can( (int) $comment->user_id, 'moderate_comments' ) ) {
			$about['badges'] = array( 'staff' );
		}
		$reply_to = get_comment( (int) get_comment_meta( $comment->comment_ID, self::REPLY_TO, true ) );
		if ( $reply_to && '1' === $reply_to->comment_approved ) {
			$about['replyTo'] = array( 'id' => (string) $reply_to->comment_ID, 'name' => html_entity_decode( $reply_to->comment_author, ENT_QUOTES | ENT_HTML5, 'UTF-8' ) );
		}
		$edited = (int) get_comment_meta( $comment->comment_ID, self::EDITED, true );
		if ( $edited ) {
			$about['editedAt'] = self::utc( $edited );
		}
		if ( is_user_logged_in() && isset( self::reports_of( $comment->comment_ID )[ self::reporter() ] ) ) {
			$about['reported'] = true;
		}
		// Only the response to the POST request is seen by the author alone.
		$is_new = $request instanceof WP_REST_Request && 'POST' === $request->get_method() && '/wp/v2/comments' === $request->get_route();
		if ( $is_new && ! $comment->user_id && $in_time && self::edit_seconds() > 0 ) {
			$about['proof'] = array( 'token' => self::proof( $comment ), 'until' => self::utc( $until ) );
		}
		// An empty PHP array would become a JSON list.
		return $about ? $about : null;
	}

	/* ---------------------------------------------------------------- Posting */

	/**
	 * Serialises equal requests. WordPress checks for duplicates without a lock, so of two concurrent requests, such as a
	 * retry after a lost response, both would pass.
	 */
	public static function prepare_comment( $comment, $request ) {
		if ( is_wp_error( $comment ) || ! empty( $request['id'] ) ) {
			return $comment;
		}
		if ( ! current_user_can( 'moderate_comments' ) ) {
			// The REST API accepts any date. One in the future would stay on top, and editable, for years.
			$comment['comment_date']     = current_time( 'mysql' );
			$comment['comment_date_gmt'] = current_time( 'mysql', true );
		}
		self::lock( 'comment ' . ( $comment['comment_post_ID'] ?? 0 ) . ' ' . ( $comment['comment_content'] ?? '' ) );
		return $comment;
	}

	/** Checks what the REST API does not: that the parent exists, the nesting depth and the length. */
	public static function check_comment( $comment ) {
		if ( is_wp_error( $comment ) ) {
			return $comment;
		}
		if ( ! empty( $comment['comment_parent'] ) ) {
			$parent = get_comment( $comment['comment_parent'] );
			if ( ! $parent || '1' !== $parent->comment_approved || (int) $parent->comment_post_ID !== (int) $comment['comment_post_ID'] ) {
				return new WP_Error( 'article_comments_parent_gone', __( 'The comment you are replying to no longer exists.', 'article-comments' ), array( 'status' => 409 ) );
			}
			$place = self::place_below( $parent );
			if ( $place !== (int) $parent->comment_ID ) {
				$comment['comment_parent'] = $place;
				$comment['comment_meta']   = array( self::REPLY_TO => (int) $parent->comment_ID ) + ( $comment['comment_meta'] ?? array() );
			}
		}
		return self::too_long( $comment['comment_content'] ) ?? $comment;
	}

	/** The parent of a reply to this comment: the comment itself, or an ancestor once the maximum depth is reached. */
	private static function place_below( $parent ) {
		$path = array();
		for ( $at = $parent; $at && ! in_array( (int) $at->comment_ID, $path, true ); $at = $at->comment_parent ? get_comment( $at->comment_parent ) : null ) {
			$path[] = (int) $at->comment_ID;
		}
		$too_deep = max( 0, count( $path ) + 1 - self::levels() );
		return $path[ $too_deep ] ?? 0;
	}

	private static function too_long( $content ) {
		$max = (int) self::setting( 'MAX', 5000 );
		// Counts graphemes. The count fails for invalid text.
		$text    = html_entity_decode( wp_check_invalid_utf8( $content, true ), ENT_QUOTES | ENT_HTML5, 'UTF-8' );
		$length  = preg_match_all( '/\X/u', $text );
		$refused = $max > 0 && ( false === $length || $length > $max );
		// WordPress checks the size of the database column for new comments only.
		return $refused || is_wp_error( wp_check_comment_data_max_lengths( array( 'comment_content' => $content ) ) )
			? new WP_Error( 'comment_content_column_length', __( 'Your comment is too long.', 'article-comments' ), array( 'status' => 400 ) )
			: null;
	}

	/**
	 * Acquires a named lock, held until `unlock` or the end of the request. Databases without named locks report an error,
	 * which is ignored.
	 */
	private static function lock( $name ) {
		global $wpdb;
		$quiet = $wpdb->suppress_errors();
		// Lock names are shared by all sites on the database server, and limited to 64 characters.
		self::$lock = wp_hash( "article-comments lock $wpdb->prefix $name", 'nonce' );
		$wpdb->get_var( $wpdb->prepare( 'SELECT GET_LOCK(%s, %d)', self::$lock, self::LONGEST_WAIT ) );
		$wpdb->suppress_errors( $quiet );
	}

	public static function unlock() {
		global $wpdb;
		if ( null === self::$lock ) {
			return;
		}
		$quiet = $wpdb->suppress_errors();
		$wpdb->get_var( $wpdb->prepare( 'SELECT RELEASE_LOCK(%s)', self::$lock ) );
		$wpdb->suppress_errors( $quiet );
		self::$lock = null;
	}

	/** Sends the notifications that WordPress sends only for comments from its own form. */
	public static function notify_editors( $comment, $request, $creating ) {
		if ( $creating ) {
			wp_new_comment_notify_moderator( $comment->comment_ID );
			wp_new_comment_notify_postauthor( $comment->comment_ID );
		}
	}

	/* ---------------------------------------------------------------- Editing and deleting own comments */

	private static function is_own( $comment ) {
		return $comment->user_id && get_current_user_id() === (int) $comment->user_id;
	}

	/** A token that proves a guest wrote the comment. Tied to the site's keys; the comment's date limits its lifetime. */
	private static function proof( $comment ) {
		return wp_hash( "article-comments|{$comment->comment_ID}|{$comment->comment_date_gmt}|{$comment->comment_author_email}", 'nonce' );
	}

	public static function may_change( $request ) {
		$comment = get_comment( (int) $request['id'] );
		if ( ! $comment ) {
			return new WP_Error( 'rest_comment_invalid_id', __( 'Invalid comment ID.', 'article-comments' ), array( 'status' => 404 ) );
		}
		if ( current_user_can( 'edit_comment', $comment->comment_ID ) && current_user_can( 'moderate_comments' ) ) {
			return true;
		}
		// WordPress also calls this for invalid requests, to build the `Allow` header.
		$proof    = is_string( $request['proof'] ) ? $request['proof'] : '';
		$is_guest = ! $comment->user_id && '' !== $proof && hash_equals( self::proof( $comment ), $proof );
		$until    = strtotime( $comment->comment_date_gmt . ' +0000' ) + self::edit_seconds();
		$is_there = in_array( (string) $comment->comment_approved, array( '0', '1' ), true );
		if ( ( self::is_own( $comment ) || $is_guest ) && $is_there && time() < $until ) {
			return true;
		}
		return new WP_Error( 'rest_cannot_edit', __( 'You can no longer change this comment.', 'article-comments' ), array( 'status' => rest_authorization_required_code() ) );
	}

	public static function edit( $request ) {
		$comment = get_comment( (int) $request['id'] );
		if ( ! comments_open( (int) $comment->comment_post_ID ) && ! current_user_can( 'moderate_comments' ) ) {
			return new WP_Error( 'rest_comment_closed', __( 'Comments are closed.', 'article-comments' ), array( 'status' => 403 ) );
		}
		$content = trim( (string) $request['content'] );
		if ( '' === $content ) {
			return new WP_Error( 'rest_comment_content_invalid', __( 'A comment cannot be empty.', 'article-comments' ), array( 'status' => 400 ) );
		}
		$refusal = self::too_long( $content );
		if ( $refusal ) {
			return $refusal;
		}
		$change = array( 'comment_ID' => $comment->comment_ID, 'comment_content' => wp_slash( $content ) );
		if ( ! current_user_can( 'moderate_comments' ) ) {
			// An edit passes the same moderation as a new comment.
			$author   = array( $comment->comment_author, $comment->comment_author_email, $comment->comment_author_url, $content, $comment->comment_author_IP, $comment->comment_agent );
			$is_clean = check_comment( ...array_merge( $author, array( $comment->comment_type ) ) );
			if ( wp_check_comment_disallowed_list( ...$author ) ) {
				return new WP_Error( 'article_comments_disallowed', __( 'This text is not allowed here.', 'article-comments' ), array( 'status' => 400 ) );
			}
			if ( ! $is_clean ) {
				$change['comment_approved'] = 0;
			}
		}
		if ( is_wp_error( wp_update_comment( $change, true ) ) ) {
			return new WP_Error( 'rest_comment_failed_edit', __( 'The comment could not be changed.', 'article-comments' ), array( 'status' => 500 ) );
		}
		update_comment_meta( $comment->comment_ID, self::EDITED, time() );
		if ( '1' === $comment->comment_approved ) {
			// Sends an email only if the comment is held now.
			wp_new_comment_notify_moderator( $comment->comment_ID );
		}
		$prepared = ( new WP_REST_Comments_Controller() )->prepare_item_for_response( get_comment( $comment->comment_ID ), $request );
		return rest_ensure_response( $prepared );
	}

	public static function remove( $request ) {
		if ( ! wp_trash_comment( (int) $request['id'] ) ) {
			return new WP_Error( 'rest_already_trashed', __( 'The comment has already been removed.', 'article-comments' ), array( 'status' => 410 ) );
		}
		return rest_ensure_response( array( 'removed' => true ) );
	}

	/* ---------------------------------------------------------------- Reports */

	private static function reports_of( $id ) {
		$reports = get_comment_meta( $id, self::REPORTS, true );
		return is_array( $reports ) ? $reports : array();
	}

	/** Pseudonymous id of the reporter: a hash of the account or IP address. */
	private static function reporter() {
		if ( is_user_logged_in() ) {
			$who = 'user ' . get_current_user_id();
		} else {
			$address = (string) apply_filters( 'article_comments_address', $_SERVER['REMOTE_ADDR'] ?? '' ); // phpcs:ignore
			$bytes   = filter_var( $address, FILTER_VALIDATE_IP ) ? inet_pton( $address ) : '';
			// An IPv6 user has a whole /64 network.
			$who = 'address ' . ( is_string( $bytes ) && 16 === strlen( $bytes ) ? bin2hex( substr( $bytes, 0, 8 ) ) : $address );
		}
		return substr( wp_hash( $who, 'nonce' ), 0, 20 );
	}

	public static function report( $request ) {
		$comment = get_comment( (int) $request['id'] );
		if ( ! $comment || '1' !== $comment->comment_approved || ! is_post_publicly_viewable( (int) $comment->comment_post_ID ) || post_password_required( (int) $comment->comment_post_ID ) ) {
			return new WP_Error( 'rest_comment_invalid_id', __( 'Invalid comment ID.', 'article-comments' ), array( 'status' => 404 ) );
		}
		$id       = (int) $comment->comment_ID;
		$reporter = self::reporter();
		$key      = "article_comments_$reporter";
		$count    = (int) get_transient( $key );
		// Of two concurrent reports, one would overwrite the other.
		self::lock( "reports $id" );
		wp_cache_delete( $id, 'comment_meta' );
		$reports  = self::reports_of( $id );
		$is_again = isset( $reports[ $reporter ] );
		if ( ! $is_again && $count >= self::REPORTS_PER_HOUR ) {
			return new WP_Error( 'article_comments_too_many', __( 'You have reported many comments. Please wait a while.', 'article-comments' ), array( 'status' => 429 ) );
		}
		if ( ! $is_again ) {
			set_transient( $key, $count + 1, HOUR_IN_SECONDS );
			if ( count( $reports ) < self::REPORTS_KEPT ) {
				$reports[ $reporter ] = array(
					'reason' => (string) $request['reason'],
					'detail' => (string) $request['detail'],
					'time'   => time(),
				);
				update_comment_meta( $id, self::REPORTS, wp_slash( $reports ) );
			}
		}
		self::unlock();
		$place     = array_search( $reporter, array_keys( $reports ), true );
		$reference = false === $place ? (string) $id : $id . '-' . ( $place + 1 );
		return new WP_REST_Response( array( 'reference' => $reference, 'alreadyReported' => $is_again ), $is_again ? 200 : 201 );
	}

	public static function add_column( $columns ) {
		return $columns + array( 'article_comments_reports' => __( 'Reports', 'article-comments' ) );
	}

	public static function fill_column( $column, $id ) {
		// Authors can open this page too, but reports are confidential.
		if ( 'article_comments_reports' !== $column || ! current_user_can( 'moderate_comments' ) ) {
			return;
		}
		foreach ( array_values( self::reports_of( $id ) ) as $index => $report ) {
			$detail = '' === $report['detail'] ? '' : ': ' . $report['detail'];
			echo '<p>', esc_html( "$id-" . ( $index + 1 ) . " {$report['reason']}$detail" ), '</p>';
		}
	}

	public static function add_row_action( $actions, $comment ) {
		if ( self::reports_of( $comment->comment_ID ) && current_user_can( 'moderate_comments' ) ) {
			$url = wp_nonce_url( admin_url( "admin.php?action=article_comments_dismiss&c={$comment->comment_ID}" ), "dismiss-{$comment->comment_ID}" );

			$actions['article_comments_dismiss'] = '<a href="' . esc_url( $url ) . '">' . esc_html__( 'Dismiss reports', 'article-comments' ) . '</a>';
		}
		return $actions;
	}

	public static function dismiss_reports() {
		$id = absint( $_GET['c'] ?? 0 );
		check_admin_referer( "dismiss-$id" );
		if ( ! current_user_can( 'moderate_comments' ) ) {
			wp_die( esc_html__( 'You are not allowed to do this.', 'article-comments' ), 403 );
		}
		delete_comment_meta( $id, self::REPORTS );
		wp_safe_redirect( admin_url( 'edit-comments.php' ) );
		exit;
	}

	private static function reported_link() {
		return admin_url( 'edit-comments.php?article_comments=reported' );
	}

	public static function notice() {
		$screen = get_current_screen();
		if ( ! $screen || ! in_array( $screen->id, array( 'dashboard', 'edit-comments' ), true ) || ! current_user_can( 'moderate_comments' ) ) {
			return;
		}
		$count = (int) get_comments( array( 'meta_key' => self::REPORTS, 'count' => true ) ); // phpcs:ignore
		if ( $count > 0 ) {
			/* translators: %s: number of comments. */
			$text = sprintf( _n( '%s comment has been reported by readers.', '%s comments have been reported by readers.', $count, 'article-comments' ), number_format_i18n( $count ) );
			printf( '<div class="notice notice-warning"><p><a href="%s">%s</a></p></div>', esc_url( self::reported_link() ), esc_html( $text ) );
		}
	}

	public static function only_reported( $query ) {
		if ( is_admin() && current_user_can( 'moderate_comments' ) && 'reported' === ( $_GET['article_comments'] ?? '' ) && function_exists( 'get_current_screen' ) ) { // phpcs:ignore
			$screen = get_current_screen();
			if ( $screen && 'edit-comments' === $screen->id ) {
				$query->query_vars['meta_key'] = self::REPORTS; // phpcs:ignore
			}
		}
	}

	/* ---------------------------------------------------------------- Rendering */

	public static function template( $template ) {
		return self::replaces_comments() ? __FILE__ : $template;
	}

	/** Block themes have a comments block instead of a template. */
	public static function block( $html ) {
		if ( ! self::replaces_comments() ) {
			return $html;
		}
		ob_start();
		self::render();
		return ob_get_clean();
	}

	private static function replaces_comments() {
		return self::setting( 'REPLACE', true ) && is_singular() && ! post_password_required();
	}

	public static function print_script() {
		$address = self::setting( 'SCRIPT', plugins_url( 'article-comments/article-comments.js', __FILE__ ) );
		wp_print_script_tag( array( 'type' => 'module', 'src' => esc_url( $address ) ) );
	}

	/** Renders the section, with the first comments inside for search engines and readers without JavaScript. */
	public static function render() {
		$post = get_post();
		if ( ! comments_open( $post ) && ! get_comments_number( $post ) ) {
			return;
		}
		add_action( 'wp_footer', array( __CLASS__, 'print_script' ), 5 );
		$comments = get_comments( array( 'post_id' => $post->ID, 'status' => 'approve', 'type' => 'comment', 'order' => 'ASC', 'number' => 50 ) );
		$count    = (int) get_comments( array( 'post_id' => $post->ID, 'status' => 'approve', 'type' => 'comment', 'count' => true ) );
		$data     = array( 'loginUrl' => wp_login_url( get_permalink( $post ) . '#comments' ) );
		if ( is_user_logged_in() ) {
			$data = array( 'nonce' => wp_create_nonce( 'wp_rest' ), 'adminAjax' => admin_url( 'admin-ajax.php' ) );
		}
		printf(
			'<article-comments id="comments" backend="wordpress" src="%s" discussion="%d" lang="%s">',
			esc_url( rest_url() ),
			(int) $post->ID,
			esc_attr( get_bloginfo( 'language' ) )
		);
		// The flags keep `</script>` out of the JSON.
		echo '<script type="application/json">', wp_json_encode( $data, JSON_HEX_TAG | JSON_HEX_AMP ), '</script>';
		/* translators: %s: number of comments. */
		echo '<h2>', esc_html( sprintf( _n( '%s comment', '%s comments', $count, 'article-comments' ), number_format_i18n( $count ) ) ), '</h2><ol>';
		wp_list_comments( array( 'style' => 'ol', 'avatar_size' => 0, 'max_depth' => -1, 'format' => 'html5' ), $comments );
		echo '</ol></article-comments>';
	}
}

endif;

Article_Comments::start();

<?php
/**
 * Asks the companion plugin about a discussion without a WordPress: `php rules.php FOLDER_OF_THE_PLUGIN < tasks.json`.
 *
 * Each task is `{ options, post, user, isModerator, isOpen, edit, replyType }`, its result `{ about, changes, refusal, mails }`: what the
 * plugin says about the post to the visitor, what it stores when they change their comment, and what becomes of a reply of some type
 * to a comment that is held.
 */

namespace {
	define( 'ABSPATH', '/' );
	define( 'DAY_IN_SECONDS', 86400 );
	define( 'MINUTE_IN_SECONDS', 60 );

	$task    = null;
	$changes = array();
	$mails   = 0;

	class WP_Error {
		public $code;
		public function __construct( $code ) {
			$this->code = $code;
		}
	}
	class WP_REST_Comments_Controller {
		public function prepare_item_for_response( $comment ) {
			return $comment;
		}
	}

	function get_option( $name ) {
		return $GLOBALS['task']->options->$name ?? '';
	}
	function apply_filters( $name, $value ) {
		return $value;
	}
	function get_post() {
		return $GLOBALS['task']->post;
	}
	function comments_open() {
		return $GLOBALS['task']->isOpen;
	}
	function post_password_required() {
		return false;
	}
	function get_comments() {
		return 0;
	}
	function get_current_user_id() {
		return $GLOBALS['task']->user;
	}
	function is_user_logged_in() {
		return $GLOBALS['task']->user > 0;
	}
	function current_user_can( $capability ) {
		return 'moderate_comments' === $capability && $GLOBALS['task']->isModerator;
	}
	function esc_url_raw( $url ) {
		return $url;
	}
	function get_comment() {
		$now = gmdate( 'Y-m-d H:i:s' );
		return (object) array(
			'comment_ID'           => '7',
			'comment_post_ID'      => '42',
			'comment_author'       => 'Ada',
			'comment_author_email' => '',
			'comment_author_url'   => '',
			'comment_author_IP'    => '',
			'comment_agent'        => '',
			'comment_type'         => 'comment',
			'comment_approved'     => isset( $GLOBALS['task']->replyType ) ? '0' : '1',
			'comment_parent'       => '0',
			'comment_date_gmt'     => $now,
			'user_id'              => (string) $GLOBALS['task']->user,
		);
	}
	function __( $text ) {
		return $text;
	}
	function wp_slash( $text ) {
		return $text;
	}
	function wp_check_invalid_utf8( $text ) {
		return $text;
	}
	function wp_check_comment_data_max_lengths() {
		return true;
	}
	function is_wp_error( $thing ) {
		return $thing instanceof WP_Error;
	}
	function update_comment_meta() {}
	function wp_new_comment_notify_moderator() {
		++$GLOBALS['mails'];
	}
	function wp_new_comment_notify_postauthor() {
		++$GLOBALS['mails'];
	}
	function rest_ensure_response( $response ) {
		return $response;
	}
	/** The site holds every comment, as with the option `comment_moderation`. */
	function check_comment() {
		return ! get_option( 'comment_moderation' );
	}
	function wp_check_comment_disallowed_list() {
		return false;
	}
	function wp_update_comment( $change ) {
		$GLOBALS['changes'][] = $change;
		return 1;
	}
}

namespace Article_Comments {
	set_error_handler(
		function ( $level, $message, $file, $line ) {
			throw new \ErrorException( $message, 0, $level, $file, $line );
		}
	);
	$parts = array( 'settings', 'discussion', 'guest-access', 'comment-length', 'threading', 'new-comments', 'own-comments', 'own-comment-routes', 'spam-check', 'report-reasons', 'article-field' );
	foreach ( $parts as $name ) {
		require $argv[1] . "/includes/class-$name.php";
	}

	$results = array();
	foreach ( json_decode( stream_get_contents( STDIN ) ) as $task ) {
		$changes = array();
		$about   = Article_Field::describe( array( 'id' => $task->post->ID ) );
		if ( isset( $task->edit ) ) {
			Own_Comment_Routes::edit(
				array(
					'id'      => 7,
					'content' => $task->edit,
				)
			);
		}
		$refusal = null;
		$mails   = 0;
		if ( isset( $task->replyType ) ) {
			$reply   = array(
				'comment_post_ID' => 42,
				'comment_parent'  => 7,
				'comment_content' => 'Yes.',
				'comment_type'    => $task->replyType,
			);
			$checked = New_Comments::check( $reply );
			$refusal = is_wp_error( $checked ) ? $checked->code : null;
			New_Comments::notify_editors( (object) ( $reply + array( 'comment_ID' => 8 ) ), null, true );
		}
		$results[] = array(
			'about'   => $about,
			'changes' => $changes,
			'refusal' => $refusal,
			'mails'   => $mails,
		);
	}
	echo json_encode( $results );
}

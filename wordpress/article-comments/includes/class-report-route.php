<?php
/**
 * Reporting a comment.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** The route by which readers report comments. 201: the report has been stored. 200: it is there already. */
final class Report_Route {

	/** Maximum length of the free text, in characters. */
	const DETAIL = 500;

	/** Adds the hooks. */
	public static function start() {
		add_action( 'rest_api_init', array( __CLASS__, 'register' ) );
		add_filter( 'rest_exposed_cors_headers', array( __CLASS__, 'expose_pace' ) );
	}

	/** Registers the route. */
	public static function register() {
		$text = array(
			'type'              => 'string',
			'validate_callback' => 'rest_validate_request_arg',
		);
		register_rest_route(
			REST_NAMESPACE,
			'/comments/(?P<id>\d+)/reports',
			array(
				'methods'             => 'POST',
				'callback'            => array( __CLASS__, 'report' ),
				// Anyone who can read a comment can report it. The callback checks that.
				'permission_callback' => '__return_true',
				'args'                => array(
					'id'     => array(
						'type'              => 'integer',
						'minimum'           => 1,
						'required'          => true,
						'validate_callback' => 'rest_validate_request_arg',
					),
					'reason' => $text + array(
						'required' => true,
						'enum'     => array_column( Report_Reasons::all(), 'id' ),
					),
					'detail' => $text + array(
						'maxLength'         => self::DETAIL,
						'sanitize_callback' => array( __CLASS__, 'plain_text' ),
					),
					'notice' => Notice::SCHEMA,
					// Made by the sender, and the same when the report is sent again.
					'key'    => $text + array( 'format' => 'uuid' ),
				),
			)
		);
	}

	/** Stores a report. */
	public static function report( $request ) {
		$id = (int) $request['id'];
		if ( ! self::is_readable( get_comment( $id ) ) ) {
			return new \WP_Error( 'rest_comment_invalid_id', __( 'Invalid comment ID.', 'article-comments' ), array( 'status' => 404 ) );
		}
		$reason  = (string) $request['reason'];
		$notice  = (array) $request['notice'];
		$problem = Notice::problem( Report_Reasons::find( $reason ), $notice );
		if ( '' !== $problem ) {
			return new \WP_Error( 'article_comments_notice', $problem, array( 'status' => 400 ) );
		}
		$reporter = Reporter::current();
		$key      = strtolower( (string) $request['key'] );
		$columns  = $notice ? Notice::columns( $notice ) : array( '', '', '' );
		$receipt  = self::receipt_of_earlier( $id, $reporter, $key, $reason, $columns );
		if ( $receipt ) {
			return $receipt;
		}
		$wait = Report_Pace::wait( $reporter );
		if ( $wait > 0 ) {
			return self::too_many( $wait );
		}
		$report = Report_Store::add( $id, $reporter, $key, $reason, $notice ? '' : (string) $request['detail'], $columns );
		if ( $report ) {
			if ( $notice ) {
				Decision_Mail::of_receipt( $report );
			} else {
				$reporter->remember();
			}
			return self::receipt( $report, false, 201 );
		}
		// The same report may have arrived at the same moment.
		return self::receipt_of_earlier( $id, $reporter, $key, $reason, $columns )
			?? new \WP_Error( 'article_comments_not_stored', __( 'The report could not be stored.', 'article-comments' ), array( 'status' => 500 ) );
	}

	/** The text as typed, without control characters. It is never HTML, so `1 < 2` stays: it is escaped where it is shown. */
	public static function plain_text( $text ) {
		return trim( preg_replace( '/[\x00-\x08\x0B\x0C\x0E-\x1F\x7F]/', '', wp_check_invalid_utf8( (string) $text ) ) );
	}

	/** Lets sections on other sites read how long to wait. */
	public static function expose_pace( $headers ) {
		return array_merge( $headers, array( 'Retry-After' ) );
	}

	/** Whether the visitor can read the comment. */
	private static function is_readable( $comment ) {
		if ( ! $comment || '1' !== $comment->comment_approved ) {
			return false;
		}
		$post = (int) $comment->comment_post_ID;
		// Some accounts can read private articles.
		$is_readable = is_post_publicly_viewable( $post ) || current_user_can( 'read_post', $post );
		return $is_readable && ! post_password_required( $post );
	}

	/**
	 * The receipt of the same report, or of an open one by the same person, who can send any number of notices. Null if there is neither. A
	 * notice must not disappear because of a key that is used again, and its receipt, with the sender's page, is only for who knows all of it.
	 */
	private static function receipt_of_earlier( $comment_id, Reporter $reporter, $key, $reason, array $columns ) {
		list( $token, $email, $notice ) = $columns;
		$same                           = '' === $key ? null : Report_Store::with_key( $comment_id, $key );
		if ( $same ) {
			$is_same = null === $same->token
				? '' === $token
				: array( $same->reason, $same->email, $same->notice ) === array( $reason, $email, $notice );
			return $is_same
				? self::receipt( $same, false, 200 )
				: new \WP_Error( 'article_comments_conflict', __( 'A report with this key says something else. Send this one with a new key.', 'article-comments' ), array( 'status' => 409 ) );
		}
		$own = '' === $token ? Report_Store::open_by( $comment_id, $reporter ) : null;
		return $own ? self::receipt( $own, true, 200 ) : null;
	}

	/** The response for a stored report. */
	private static function receipt( $report, $already_reported, $status ) {
		$receipt = array(
			'reference'       => Notice::reference( $report ),
			'alreadyReported' => $already_reported,
		);
		if ( null !== $report->token ) {
			$receipt += Notice::receipt( $report );
		}
		return new \WP_REST_Response( $receipt, $status );
	}

	/** The response for a visitor who reports too much. */
	private static function too_many( $wait ) {
		$error    = new \WP_Error( 'article_comments_too_many', __( 'Too many reports have come from here. Please wait a while.', 'article-comments' ), array( 'status' => 429 ) );
		$response = rest_convert_error_to_response( $error );
		$response->header( 'Retry-After', (string) $wait );
		return $response;
	}
}

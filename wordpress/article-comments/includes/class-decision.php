<?php
/**
 * Decisions on comments.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/**
 * A decision with its reasons (EU Digital Services Act, Articles 16 and 17), in the terms of the adapter contract. It is stored with the
 * notice that led to it, and with the comment, where its author reads it.
 */
final class Decision {

	/** Comment meta: the decision. */
	const META = '_article_comments_decision';

	/** The argument of the route: the reasons that an editor gives in the section, in the terms of the adapter contract. */
	const SCHEMA = array(
		'type'              => 'object',
		'validate_callback' => 'rest_validate_request_arg',
		'properties'        => array(
			'ground'             => array(
				'type'     => 'string',
				'enum'     => array( 'law', 'terms' ),
				'required' => true,
			),
			'rule'               => array(
				'type'      => 'string',
				'maxLength' => 500,
			),
			'facts'              => array(
				'type'      => 'string',
				'maxLength' => 5000,
			),
			'automatedDetection' => array( 'type' => 'boolean' ),
			'automated'          => array( 'type' => 'boolean' ),
		),
	);

	/** Adds the hooks. */
	public static function start() {
		add_action( 'transition_comment_status', array( __CLASS__, 'forget_lifted' ), 10, 3 );
		add_filter( 'rest_comment_query', array( __CLASS__, 'list_own' ) );
		add_filter( 'comments_clauses', array( __CLASS__, 'add_own' ), 10, 2 );
	}

	/** The decision on a comment, or null. */
	public static function on( $comment ) {
		$decision = $comment ? get_comment_meta( $comment->comment_ID, self::META, true ) : '';
		return is_array( $decision ) ? $decision : null;
	}

	/** The decision on a comment, if the visitor may read it: its author with an account, and editors. */
	public static function for_visitor( $comment ) {
		return Own_Comments::is_of_account( $comment ) || current_user_can( 'moderate_comments' ) ? self::on( $comment ) : null;
	}

	/** Whether there are decisions on comments of the visitor's account below a post. */
	public static function are_on_own( $post_id ) {
		return is_user_logged_in() && get_comments( self::query( array( 'user_id' => get_current_user_id() ) ) + compact( 'post_id' ) + array( 'count' => true ) );
	}

	/** The query for a person's comments on which there are decisions. */
	public static function query( array $person ) {
		return $person + array(
			// phpcs:ignore WordPress.DB.SlowDBQuery.slow_db_query_meta_key -- For one person.
			'meta_key' => self::META,
			'status'   => array( 'approve', 'hold', 'spam', 'trash' ),
		);
	}

	/** The decision to remove a comment, with the reasons that an editor has given in the section. */
	public static function to_remove( array $reasons ) {
		$texts = array(
			'rule'  => Report_Route::plain_text( $reasons['rule'] ?? '' ),
			'facts' => Report_Route::plain_text( $reasons['facts'] ?? '' ),
		);
		return array(
			'measure'            => 'removed',
			'ground'             => $reasons['ground'],
			'basis'              => 'own-initiative',
			'automatedDetection' => ! empty( $reasons['automatedDetection'] ),
			'automated'          => ! empty( $reasons['automated'] ),
			'decidedAt'          => Discussion::utc( time() ),
			'redress'            => Settings::redress(),
		) + array_diff( $texts, array( '' ) );
	}

	/**
	 * Does to a comment what was decided, stores the reasons with it and mails them to its author. A comment that has a decision already
	 * keeps it: its author may have read it.
	 */
	public static function carry_out( $comment, array $decision ) {
		$id = $comment ? (int) $comment->comment_ID : 0;
		if ( ! $comment || 'kept' === $decision['measure'] ) {
			return;
		}
		if ( ! self::on( $comment ) ) {
			if ( 'removed' === $decision['measure'] && '0' === $comment->comment_approved ) {
				// It was never published.
				$decision['measure'] = 'rejected';
			}
			update_comment_meta( $id, self::META, wp_slash( $decision ) );
			Decision_Mail::to_author( $comment );
		}
		if ( 'hidden' === $decision['measure'] ) {
			if ( '1' === $comment->comment_approved ) {
				wp_set_comment_status( $id, 'hold' );
			}
		} elseif ( 'trash' !== $comment->comment_approved ) {
			wp_trash_comment( $id );
		}
	}

	/** Forgets the decision on a comment that is published again. */
	public static function forget_lifted( $new_status, $old_status, $comment ) {
		if ( 'approved' === $new_status && $new_status !== $old_status ) {
			delete_comment_meta( (int) $comment->comment_ID, self::META );
		}
	}

	/** Lists the visitor's own restricted comments along with the published ones, for the REST API. */
	public static function list_own( $query ) {
		if ( is_user_logged_in() && 'approve' === ( $query['status'] ?? '' ) ) {
			// Results of such a query must not be stored for others.
			$query['cache_domain'] = self::cache_domain();
		}
		return $query;
	}

	/** Adds them to the query. */
	public static function add_own( $clauses, $query ) {
		global $wpdb;
		if ( is_user_logged_in() && self::cache_domain() === $query->query_vars['cache_domain'] ) {
			$own = $wpdb->prepare( "( {$wpdb->comments}.user_id = %d AND {$wpdb->comments}.comment_ID IN ( SELECT comment_id FROM {$wpdb->commentmeta} WHERE meta_key = %s ) )", get_current_user_id(), self::META );

			$clauses['where'] = str_replace( "comment_approved = '1'", "comment_approved = '1' OR $own", $clauses['where'] );
		}
		return $clauses;
	}

	/** What was done to the comment, where, and until when. */
	public static function measure( array $decision, Words $words ) {
		$measure = $words->say( $decision['measure'] );
		return 'kept' === $decision['measure'] ? $measure : $measure . ' ' . self::scope( $decision, $words );
	}

	/** Where the measure applies, and until when. */
	private static function scope( array $decision, Words $words ) {
		$until = isset( $decision['until'] ) ? $words->formats()->time( strtotime( $decision['until'] ) ) : null;
		if ( ! isset( $decision['territory'] ) ) {
			return null === $until ? $words->say( 'everywhere' ) : $words->say( 'everywhereUntil', $until );
		}
		return null === $until
			? $words->say( 'territory', $decision['territory'] )
			: $words->say( 'territoryUntil', $decision['territory'], $until );
	}

	/** The reasons as texts by label, the ways to contest it last. */
	public static function reasons( array $decision, Words $words ) {
		$lines = array( $words->say( 'decidedAt' ) => $words->formats()->time( strtotime( $decision['decidedAt'] ) ) );
		if ( 'kept' !== $decision['measure'] ) {
			$lines[ $words->say( 'ground' ) ] = $words->say( $decision['ground'] );
		}
		$lines[ $words->say( 'rule' ) ]    = $decision['rule'] ?? '';
		$lines[ $words->say( 'facts' ) ]   = $decision['facts'] ?? '';
		$lines[ $words->say( 'means' ) ]   = self::means( $decision, $words );
		$lines[ $words->say( 'redress' ) ] = implode( "\n", $decision['redress'] );
		return array_diff( $lines, array( '' ) );
	}

	/** What led to the decision, whether machines have decided, and whether they have found the comment. */
	private static function means( array $decision, Words $words ) {
		$sentences = array(
			$words->say( 'notice' === $decision['basis'] ? 'afterNotice' : 'ownInitiative' ),
			$words->say( $decision['automated'] ? 'automated' : 'byPerson' ),
		);
		if ( $decision['automatedDetection'] ) {
			$sentences[] = $words->say( 'detected' );
		}
		return implode( ' ', $sentences );
	}

	/** What a comment breaks, for editors. */
	public static function grounds() {
		return array(
			'law'   => __( 'It is considered illegal.', 'article-comments' ),
			'terms' => __( 'It breaks the rules of this site.', 'article-comments' ),
		);
	}

	/** A time for editors with its time zone, such as "UTC+01:00". */
	public static function time( $time ) {
		return wp_date( get_option( 'date_format' ) . ' ' . get_option( 'time_format' ) . ' \U\T\CP', $time );
	}

	/** Whose comments a stored query holds. */
	private static function cache_domain() {
		return 'article_comments_' . get_current_user_id();
	}
}

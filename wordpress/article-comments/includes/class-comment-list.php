<?php
/**
 * The comments of one page.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/**
 * Lists published comments as the adapter does: so many of the top level, the oldest first, and the replies below them. The script goes
 * on from there, so the cursors are the adapter's as well.
 */
final class Comment_List {

	/** The REST API's limit for one response. */
	const BATCH = 100;

	/** Top-level comments for which a page of the adapter has room. */
	const MAX_SIZE = 95;

	/** How many levels of replies come with a page if the post has too many for one response. */
	const LEVELS = 4;

	/** How many replies of one comment come with it if they do not fit into the response for their level. */
	const FIRST_REPLIES = 25;

	/** How many comments of a page are looked for in the next one. */
	const OVERLAP = 5;

	/** The post. */
	private $post_id;

	/** Where more replies begin, by the ID of their comment. */
	private $cursors = array();

	/** The comments of a post. */
	public function __construct( $post_id ) {
		$this->post_id = $post_id;
	}

	/** A page of `$size` top-level comments after the first `$start`, in the terms of the adapter contract. */
	public function page( $start, $size ) {
		$roots       = $this->find(
			array(
				'parent__in' => array( 0 ),
				'offset'     => $start,
				'number'     => $size,
			)
		);
		$replies     = $this->find( array( 'parent__not_in' => array( 0 ) ) );
		$is_complete = $replies->found_comments <= count( $replies->comments );
		$next        = self::position_after( $start, $roots );
		$below       = $is_complete
			? $this->pick( $roots->comments, $replies->comments, null === $next )
			: $this->by_level( $roots->comments, self::LEVELS );
		$page        = array(
			'items'       => array_map( array( $this, 'describe' ), array_merge( $roots->comments, $below ) ),
			'total'       => $roots->found_comments + $replies->found_comments,
			'totalCounts' => 'all',
		);
		if ( $next ) {
			$page['next'] = wp_json_encode( array_merge( $next, array( $is_complete ? null : $replies->found_comments ) ) );
		}
		return $page;
	}

	/** A comment in the terms of the contract. */
	private function describe( $comment ) {
		$cursor = $this->cursors[ $comment->comment_ID ] ?? null;
		return Comment_Data::of( $comment ) + ( $cursor ? array( 'replies' => array( 'next' => $cursor ) ) : array() );
	}

	/**
	 * Picks the replies below the top-level comments of a page. The last page also has those whose top-level comment is not in the list,
	 * for example because it is in the trash.
	 */
	private function pick( $roots, $replies, $is_last ) {
		$parents  = array_map( 'intval', wp_list_pluck( $replies, 'comment_parent', 'comment_ID' ) );
		$root_ids = array_map( 'intval', wp_list_pluck( $roots, 'comment_ID' ) );
		$picked   = array();
		$strays   = array();
		foreach ( $replies as $reply ) {
			$top = (int) $reply->comment_ID;
			// Limits the steps in case two comments are each other's parents.
			for ( $steps = count( $parents ); $steps > 0 && isset( $parents[ $top ] ); --$steps ) {
				$top = $parents[ $top ];
			}
			if ( in_array( $top, $root_ids, true ) ) {
				$picked[] = $reply;
			} else {
				$strays[] = array( $reply, $top );
			}
		}
		return $is_last && $strays ? array_merge( $picked, $this->orphans( $strays ) ) : $picked;
	}

	/** The comments whose top-level comment is not in the list. The others come with the page of that comment. */
	private function orphans( $strays ) {
		$found = $this->find(
			array(
				'comment__in' => array_unique( array_column( $strays, 1 ) ),
				'parent__in'  => array( 0 ),
			)
		);
		$known = array_map( 'intval', wp_list_pluck( $found->comments, 'comment_ID' ) );
		$lost  = array();
		foreach ( $strays as list( $reply, $top ) ) {
			if ( ! in_array( $top, $known, true ) ) {
				$lost[] = $reply;
			}
		}
		return $lost;
	}

	/** The replies below comments, one query for each level. A comment whose replies are not all there gets a cursor for the rest. */
	private function by_level( $parents, $levels ) {
		$parents = array_filter( $parents, array( __CLASS__, 'has_replies' ) );
		if ( ! $parents ) {
			return array();
		}
		$batch     = $this->find(
			array(
				'parent__in' => wp_list_pluck( $parents, 'comment_ID' ),
				'orderby'    => 'comment_parent',
			)
		);
		$is_cut    = $batch->found_comments > count( $batch->comments );
		$last      = $is_cut ? (int) end( $batch->comments )->comment_parent : PHP_INT_MAX;
		$is_whole  = static function ( $reply ) use ( $last ) {
			return (int) $reply->comment_parent < $last;
		};
		$replies   = array_reverse( array_filter( $batch->comments, $is_whole ) );
		$parent_id = null;
		foreach ( $parents as $parent ) {
			if ( (int) $parent->comment_ID > $last ) {
				$this->more_below( $parent, array( 0, 0, array() ) );
			} elseif ( (int) $parent->comment_ID === $last ) {
				$parent_id = $last;
				$first     = $this->find(
					array(
						'parent__in' => array( $last ),
						'number'     => self::FIRST_REPLIES,
					)
				);
				$this->more_below( $parent, self::position_after( 0, $first ) );
			}
		}
		$replies = array_merge( $replies, null === $parent_id ? array() : $first->comments );
		if ( $levels > 1 ) {
			return array_merge( $replies, $this->by_level( $replies, $levels - 1 ) );
		}
		foreach ( array_filter( $replies, array( __CLASS__, 'has_replies' ) ) as $reply ) {
			$this->more_below( $reply, array( 0, 0, array() ) );
		}
		return $replies;
	}

	/** Notes where more replies to a comment begin; null: there are no more. */
	private function more_below( $comment, $position ) {
		if ( $position ) {
			$this->cursors[ $comment->comment_ID ] = wp_json_encode( array_merge( $position, array( null ) ) );
		}
	}

	/** Whether a comment has ever had replies. */
	private static function has_replies( $comment ) {
		$query = array(
			'count'   => true,
			'orderby' => 'none',
		);
		return (bool) $comment->get_children( $query );
	}

	/** The position after a result that began at `$start`, or null at the end of the list. */
	private static function position_after( $start, $query ) {
		$end = $start + count( $query->comments );
		if ( ! $query->comments || $end >= $query->found_comments ) {
			return null;
		}
		$last_ids = array_slice( wp_list_pluck( $query->comments, 'comment_ID' ), -self::OVERLAP );
		return array( $end, $query->found_comments, array_map( 'strval', $last_ids ) );
	}

	/** Published comments of the post, and the number of all that match. */
	private function find( $query ) {
		$comments = new \WP_Comment_Query();
		$comments->query(
			$query + array(
				'post_id'       => $this->post_id,
				'status'        => 'approve',
				'type'          => 'comment',
				'orderby'       => 'comment_date_gmt',
				'order'         => 'ASC',
				'number'        => self::BATCH,
				'no_found_rows' => false,
			)
		);
		$comments->found_comments = (int) $comments->found_comments;
		return $comments;
	}
}

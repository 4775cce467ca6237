<?php
/**
 * Comments for search engines.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** Structured data about the comments: https://schema.org/NewsArticle with its https://schema.org/Comment. */
final class Structured_Data {

	/** Deeper replies stand beside each other: readers of the data may have limits, and JSON has one. */
	const MAX_DEPTH = 50;

	/** The article with the comments of a page, as the plugin prints it. Null if the site turns it off. */
	public static function of( $post, array $page, Words $words ) {
		$url  = get_permalink( $post );
		$data = array(
			'@context'         => 'https://schema.org',
			'@type'            => 'NewsArticle',
			'mainEntityOfPage' => $url,
			'headline'         => html_entity_decode( wp_strip_all_tags( get_the_title( $post ) ), ENT_QUOTES | ENT_HTML5, 'UTF-8' ),
			'commentCount'     => $page['total'],
			'comment'          => self::nested( Thread::of( $page['items'] ), $url, $words ),
		);
		/**
		 * Filters the structured data about the comments. Return null to print none, for example because another plugin prints it.
		 *
		 * @param array    $data JSON-LD of the type NewsArticle.
		 * @param \WP_Post $post The post.
		 */
		$filtered = apply_filters( 'article_comments_json_ld', $data, $post );
		return $filtered ? $filtered : null;
	}

	/** The comments, each with its replies. */
	private static function nested( $thread, $url, $words ) {
		$roots = array();
		// Where the replies of the comments above go, by depth.
		$branches = array( &$roots );
		foreach ( $thread as $entry ) {
			if ( ! isset( $entry['comment'] ) ) {
				continue;
			}
			$level    = min( $entry['depth'], self::MAX_DEPTH );
			$branch   = &$branches[ $level ];
			$branch[] = self::comment( $entry['comment'], $url, $words );

			$branches[ $level + 1 ] = &$branch[ count( $branch ) - 1 ]['comment'];
			unset( $branch );
		}
		return $roots;
	}

	/** One comment. */
	private static function comment( $comment, $url, $words ) {
		$author     = array(
			'@type' => 'Person',
			'name'  => Comment_View::name_of( $comment, $words ),
		);
		$author_url = Comment_Link::safe_url( $comment['author']['url'] ?? '' );
		if ( null !== $author_url ) {
			$author['url'] = $author_url;
		}
		$data = array(
			'@type'         => 'Comment',
			'url'           => $url . Comment_View::fragment( $comment['id'] ),
			'text'          => self::text_of( Comment_Body::nodes( $comment['body']['value'] ) ),
			'author'        => $author,
			'datePublished' => $comment['createdAt'],
		);
		if ( isset( $comment['editedAt'] ) ) {
			$data['dateModified'] = $comment['editedAt'];
		}
		return $data + array( 'comment' => array() );
	}

	/** The words of a body, with a blank line between its blocks. */
	private static function text_of( $nodes ) {
		$blocks = array();
		foreach ( $nodes as $node ) {
			$blocks[] = trim( Markup::text_of( array( $node ) ) );
		}
		return implode( "\n\n", array_filter( $blocks, 'strlen' ) );
	}
}

<?php
/**
 * A comment in the terms of the adapter contract.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** What everybody may know of a comment, as the script reads it from the REST API. */
final class Comment_Data {

	/** The comment, with the names of the adapter contract. */
	public static function of( $comment ) {
		return array(
			'id'        => (string) $comment->comment_ID,
			'parentId'  => $comment->comment_parent ? (string) $comment->comment_parent : null,
			'author'    => self::author( $comment ),
			'body'      => array(
				'format' => 'html',
				// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals.NonPrefixedHooknameFound -- WordPress's own filter, as the REST API applies it.
				'value'  => (string) apply_filters( 'comment_text', $comment->comment_content, $comment, array() ),
			),
			'createdAt' => mysql_to_rfc3339( $comment->comment_date_gmt ) . 'Z',
			'status'    => 'visible',
			'can'       => array(
				'edit'   => false,
				'remove' => false,
			),
		) + Comment_Field::about( $comment );
	}

	/** Who wrote it. */
	private static function author( $comment ) {
		$author = array( 'name' => self::plain( $comment->comment_author ) );
		if ( $comment->user_id ) {
			$author['id'] = (string) $comment->user_id;
		}
		if ( $comment->comment_author_url ) {
			$author['url'] = $comment->comment_author_url;
		}
		$avatars = Settings::avatars() ? rest_get_avatar_urls( $comment ) : array();
		if ( ! empty( $avatars[96] ) ) {
			$author['avatar'] = $avatars[96];
		}
		$badge = Comment_Field::badge( $comment );
		if ( $badge ) {
			$author['badges'] = array( $badge );
		}
		return $author;
	}

	/** A name, which WordPress stores as HTML, as text. */
	private static function plain( $html ) {
		return html_entity_decode( (string) preg_replace( '/<[^<>]*>/', '', $html ), ENT_QUOTES | ENT_HTML5, 'UTF-8' );
	}
}

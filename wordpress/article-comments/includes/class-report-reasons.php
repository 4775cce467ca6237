<?php
/**
 * The reasons of reports.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** The reasons that readers can choose, and the words for them. */
final class Report_Reasons {

	/** The reasons, in the terms of the adapter contract. */
	public static function all() {
		$reasons = array(
			array( 'id' => 'abuse' ),
			array( 'id' => 'spam' ),
			array( 'id' => 'false' ),
			array( 'id' => 'private' ),
			array(
				'id'   => 'illegal',
				'form' => 'notice',
			),
			// The offences for which the law lets the sender stay anonymous.
			array(
				'id'        => 'child-abuse',
				'label'     => __( 'Sexual abuse or exploitation of children', 'article-comments' ),
				'form'      => 'notice',
				'anonymous' => true,
			),
			array( 'id' => 'other' ),
		);
		/**
		 * Filters the reasons that readers can choose. Reports with other reasons are refused.
		 *
		 * @param array[] $reasons Each has an `id`, and may have a `label`, the `form` 'notice' for a notice of illegal content,
		 *                         and `anonymous`: whether a notice can be sent without name and email address.
		 */
		return array_values( (array) apply_filters( 'article_comments_report_reasons', $reasons ) );
	}

	/** The reason with this id, or null. */
	public static function find( $id ) {
		return array_column( self::all(), null, 'id' )[ $id ] ?? null;
	}

	/** Whether a reason requires a notice of illegal content. */
	public static function takes_notice( $id ) {
		return 'notice' === ( self::find( $id )['form'] ?? 'short' );
	}

	/** The reason in words. */
	public static function label( $id ) {
		$labels = array(
			'abuse'   => __( 'Abusive or hateful', 'article-comments' ),
			'spam'    => __( 'Off topic or spam', 'article-comments' ),
			'false'   => __( 'False or misleading', 'article-comments' ),
			'private' => __( 'Private information', 'article-comments' ),
			'illegal' => __( 'Illegal content', 'article-comments' ),
			'other'   => __( 'Something else', 'article-comments' ),
		);
		return self::find( $id )['label'] ?? $labels[ $id ] ?? $id;
	}
}

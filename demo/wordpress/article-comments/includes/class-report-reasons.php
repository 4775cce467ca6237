<?php
/**
 * The reasons of reports.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** The words for the section's reasons, as readers choose them. */
final class Report_Reasons {

	/** The reason in words. A reason that is not the section's stands for itself. */
	public static function label( $id ) {
		$labels = array(
			'abuse'   => __( 'Abusive or hateful', 'article-comments' ),
			'spam'    => __( 'Off topic or spam', 'article-comments' ),
			'false'   => __( 'False or misleading', 'article-comments' ),
			'private' => __( 'Private information', 'article-comments' ),
			'illegal' => __( 'Illegal content', 'article-comments' ),
			'other'   => __( 'Something else', 'article-comments' ),
		);
		return $labels[ $id ] ?? $id;
	}
}

<?php
/**
 * Deletes what the plugin has stored, on all sites of a network. Comments stay as they are.
 *
 * @package ArticleComments
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

/** Deletes the reports and notices, the settings and the comment meta of the current site. */
function article_comments_uninstall_site() {
	global $wpdb;
	// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- The plugin's own table, which is deleted, so nothing is cached.
	$wpdb->query( "DROP TABLE IF EXISTS {$wpdb->prefix}article_comments_reports" );
	delete_option( 'article_comments_schema' );
	delete_metadata( 'comment', 0, '_article_comments_decision', '', true );
	delete_metadata( 'comment', 0, '_article_comments_edited', '', true );
	delete_metadata( 'comment', 0, '_article_comments_reply_to', '', true );
	wp_clear_scheduled_hook( 'article_comments_forget_reports' );
	wp_unschedule_hook( 'article_comments_send_mail' );
}

if ( is_multisite() ) {
	$article_comments_sites = get_sites(
		array(
			'fields' => 'ids',
			'number' => 0,
		)
	);
	foreach ( $article_comments_sites as $article_comments_site ) {
		switch_to_blog( $article_comments_site );
		article_comments_uninstall_site();
		restore_current_blog();
	}
} else {
	article_comments_uninstall_site();
}

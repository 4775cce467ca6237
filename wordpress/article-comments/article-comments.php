<?php
/**
 * Plugin Name: Article Comments
 * Description: Replaces the theme's comments with a fast, accessible section: replies, guest editing, reports of abuse, and a screen to settle them.
 * Version: 1.0.0
 * Requires at least: 5.7
 * Requires PHP: 7.4
 * Author: the article-comments authors
 * License: GPL-2.0-or-later
 * License URI: https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain: article-comments
 * Domain Path: /languages
 *
 * The settings are constants in wp-config.php; includes/class-settings.php lists them.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

const VERSION     = '1.0.0';
const PLUGIN_FILE = __FILE__;
/** Path of the plugin's own routes in the REST API. */
const REST_NAMESPACE = 'article-comments/v1';

foreach (
	array(
		'settings',
		'lock',
		'translations',
		'discussion',
		'guest-access',
		'comment-length',
		'threading',
		'new-comments',
		'own-comments',
		'own-comment-routes',
		'spam-check',
		'article-field',
		'comment-field',
		'reporter',
		'report-store',
		'notice-store',
		'report-pace',
		'report-reasons',
		'notice',
		'decision',
		'decision-mail',
		'notice-page',
		'report-route',
		'report-retention',
		'reported-screen',
		'notice-list',
		'decision-screen',
		'privacy',
		'markup',
		'calendar',
		'formats',
		'language',
		'words',
		'comment-link',
		'paragraphs',
		'comment-body',
		'comment-data',
		'comment-list',
		'comment-pages',
		'thread',
		'comment-view',
		'comment-row',
		'row-blocks',
		'section-markup',
		'section-data',
		'structured-data',
		'section',
	) as $article_comments_name
) {
	require_once __DIR__ . "/includes/class-$article_comments_name.php";
}

Translations::start();
Guest_Access::start();
New_Comments::start();
Own_Comment_Routes::start();
Article_Field::start();
Comment_Field::start();
Report_Store::start();
Report_Route::start();
Notice_Page::start();
Decision::start();
Decision_Mail::start();
Report_Retention::start();
Reported_Screen::start();
Decision_Screen::start();
Privacy::start();
Comment_Pages::start();
Section::start();

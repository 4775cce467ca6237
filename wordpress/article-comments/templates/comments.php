<?php
/**
 * The comments template of classic themes.
 *
 * @package ArticleComments
 */

defined( 'ABSPATH' ) || exit;

Article_Comments\Section::render();

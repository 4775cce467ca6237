<?php
/**
 * Runs the companion plugin's words and formats without a WordPress: `php languages.php FOLDER_OF_THE_PLUGIN < tasks.json`.
 *
 * Each task is `{ tag, zone, times, numbers }`, its result `{ lang, site, times, numbers }`.
 */

namespace {
	define( 'ABSPATH', '/' );
	define( 'DAY_IN_SECONDS', 86400 );

	$task = null;

	function wp_timezone_string() {
		return $GLOBALS['task']->zone;
	}

	function wp_timezone() {
		return new DateTimeZone( wp_timezone_string() );
	}

	function get_bloginfo() {
		return $GLOBALS['task']->tag;
	}
}

namespace Article_Comments {
	define( 'Article_Comments\PLUGIN_FILE', $argv[1] . '/article-comments.php' );

	set_error_handler(
		function ( $level, $message, $file, $line ) {
			throw new \ErrorException( $message, 0, $level, $file, $line );
		}
	);
	foreach ( array( 'calendar', 'formats', 'language', 'words' ) as $name ) {
		require $argv[1] . "/includes/class-$name.php";
	}

	$results = array();
	foreach ( json_decode( stream_get_contents( STDIN ) ) as $task ) {
		$words     = new Words( $task->tag );
		$results[] = array(
			'lang'    => $words->say( 'lang' ),
			'site'    => Language::tag_of_site(),
			'times'   => array_map( array( $words->formats(), 'time' ), $task->times ?? array() ),
			'numbers' => array_map( array( $words->formats(), 'number' ), $task->numbers ?? array() ),
		);
	}
	echo json_encode( $results );
}

<?php
/**
 * Asks the companion plugin about the labels of links without a WordPress: `php links.php FOLDER_OF_THE_PLUGIN < cases.json`.
 *
 * Prints for each of the cases `{ label, href }` what follows the label, and whether PHP has what it needs to see through look-alikes.
 */

namespace WpOrg\Requests {
	class IdnaEncoder {
		/** All targets of the cases are in ASCII. */
		public static function encode( $host ) {
			return $host;
		}
	}
}

namespace {
	define( 'ABSPATH', '/' );

	function wp_parse_url( $url, $component = -1 ) {
		return parse_url( $url, $component );
	}

	require "$argv[1]/includes/class-markup.php";
	require "$argv[1]/includes/class-comment-link.php";

	$shown = array_map(
		function ( $task ) {
			return \Article_Comments\Comment_Link::hidden_target( $task->label, $task->href );
		},
		json_decode( stream_get_contents( STDIN ) )
	);
	echo json_encode(
		array(
			'shown'          => $shown,
			'sees_lookalike' => class_exists( 'Normalizer' ),
		)
	);
}

<?php
/*
 * Plugin Name: Switches for tests
 * Description: Applies the switches of a test, read from a file on each request.
 */

function test_switches() {
	static $switches = null;
	if ( null === $switches ) {
		$switches = json_decode( file_get_contents( __DIR__ . '/switches.json' ), true );
	}
	return $switches;
}

add_filter( 'pre_wp_mail', function ( $sent, $mail ) {
	if ( test_switches()['mailFails'] ) {
		return false;
	}
	file_put_contents( WP_CONTENT_DIR . '/mails.jsonl', wp_json_encode( array( 'to' => $mail['to'], 'subject' => $mail['subject'], 'message' => $mail['message'] ) ) . "\n", FILE_APPEND );
	return true;
}, 10, 2 );
// Application passwords require HTTPS or a local site.
add_filter( 'wp_is_application_passwords_available', '__return_true' );

foreach ( test_switches()['settings'] as $name => $value ) {
	define( "ARTICLE_COMMENTS_$name", $value );
}
if ( test_switches()['guests'] ) {
	add_filter( 'rest_allow_anonymous_comments', '__return_true' );
}
if ( ! test_switches()['flood'] ) {
	add_filter( 'wp_is_comment_flood', '__return_false', 99 );
}
if ( test_switches()['together'] ) {
	// Between the duplicate check and the insert, each request waits up to two seconds for another one.
	add_filter( 'pre_comment_approved', function ( $approved ) {
		$meeting = WP_CONTENT_DIR . '/meeting';
		file_put_contents( $meeting, '.', FILE_APPEND );
		for ( $end = microtime( true ) + 2; filesize( $meeting ) < 2 && microtime( true ) < $end; clearstatcache() ) {
			usleep( 10000 );
		}
		return $approved;
	} );
}
foreach ( test_switches()['options'] as $name => $value ) {
	add_filter( "pre_option_$name", function () use ( $value ) {
		return $value;
	} );
}

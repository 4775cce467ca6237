<?php
/** Runs PHP sent by a test. The secret word is known to the test only. */
if ( ! hash_equals( getenv( 'RUN_WORD' ), $_SERVER['HTTP_X_WORD'] ?? '' ) ) {
	http_response_code( 403 );
	exit;
}
require __DIR__ . '/wp-load.php';
eval( file_get_contents( 'php://input' ) );

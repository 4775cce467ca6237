<?php
/** Runs what a test sends, inside the site. Only who started the site knows the word. */
if ( ! hash_equals( getenv( 'RUN_WORD' ), $_SERVER['HTTP_X_WORD'] ?? '' ) ) {
	http_response_code( 403 );
	exit;
}
require __DIR__ . '/wp-load.php';
eval( file_get_contents( 'php://input' ) );

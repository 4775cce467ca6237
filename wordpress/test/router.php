<?php
/** WordPress's rewrite rules for PHP's built-in server: existing files as they are, everything else to index.php. */
$path = rawurldecode( parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );
$root = $_SERVER['DOCUMENT_ROOT'];
$file = $root . $path;
if ( is_dir( $file ) ) {
	$file = rtrim( $file, '/' ) . '/index.php';
}
if ( is_file( $file ) && substr( $file, -4 ) !== '.php' ) {
	return false;
}
if ( ! is_file( $file ) ) {
	$file = $root . '/index.php';
}
$_SERVER['SCRIPT_FILENAME'] = $file;
$_SERVER['SCRIPT_NAME']     = $_SERVER['PHP_SELF'] = substr( $file, strlen( $root ) );
chdir( dirname( $file ) );
require $file;

<?php
/** Installs WordPress with the articles and accounts of the tests. Prints their ids and passwords as JSON. */
list( , $root, $host ) = $argv;
$_SERVER['HTTP_HOST']       = $host;
$_SERVER['REQUEST_METHOD']  = 'GET';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
define( 'WP_INSTALLING', true );
require $root . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

wp_install( 'The Harbour Gazette', 'admin', 'admin@example.test', false, '', 'admin-password' );
foreach (
	array(
		'permalink_structure'         => '/%postname%/',
		'comment_previously_approved' => '0',
		'comments_notify'             => '1',
		'show_avatars'                => '1',
		'template'                    => 'classic',
		'stylesheet'                  => 'classic',
	) as $name => $value
) {
	update_option( $name, $value );
}

$made = array( 'version' => $GLOBALS['wp_version'], 'posts' => array(), 'passwords' => array() );
foreach ( array( 'open', 'closed', 'empty', 'many', 'deep', 'strange', 'counted' ) as $slug ) {
	$made['posts'][ $slug ] = wp_insert_post(
		array(
			'post_title'     => ucfirst( $slug ),
			'post_name'      => $slug,
			'post_status'    => 'publish',
			'post_author'    => 1,
			'post_content'   => 'The council has decided.',
			'comment_status' => 'closed' === $slug ? 'closed' : 'open',
		)
	);
}
$made['posts']['draft']  = wp_insert_post( array( 'post_title' => 'Draft', 'post_name' => 'draft', 'post_status' => 'draft', 'post_author' => 1 ) );
$made['posts']['secret'] = wp_insert_post( array( 'post_title' => 'Secret', 'post_name' => 'secret', 'post_status' => 'publish', 'post_author' => 1, 'post_password' => 'sesame', 'comment_status' => 'open' ) );
$made['posts']['page']   = wp_insert_post( array( 'post_title' => 'About us', 'post_name' => 'about', 'post_type' => 'page', 'post_status' => 'publish', 'post_author' => 1, 'comment_status' => 'open' ) );

foreach ( array( 'reader' => 'subscriber', 'writer' => 'author' ) as $login => $role ) {
	$user = new WP_User( wp_create_user( $login, "$login-password", "$login@example.test" ) );
	$user->set_role( $role );
}
foreach ( array( 'admin', 'reader', 'writer' ) as $login ) {
	list( $password ) = WP_Application_Passwords::create_new_application_password( get_user_by( 'login', $login )->ID, array( 'name' => 'tests' ) );

	$made['passwords'][ $login ] = $password;
}
$GLOBALS['wp_rewrite']->init();
flush_rewrite_rules( false );
echo "\n", wp_json_encode( $made );

package org.tocsin.openapi;

/** Prepares what an operation's call needs to succeed, anew each time. */
@FunctionalInterface
interface Scene {

    Call prepare();
}

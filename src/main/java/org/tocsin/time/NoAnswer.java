package org.tocsin.time;

/** A source of time said nothing that can be used. The message says why, after the source's name. */
final class NoAnswer extends Exception {

    NoAnswer(String why) {
        super(why);
    }
}

package org.tocsin.triage;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.json.WireWord;

/** Why a line of the queue presses, or wants to be looked at. */
public enum QueueMark {
    GOES_ON("Goes on"),
    ATTACK_SUSPECTED("Attack suspected"),
    HELP_ASKED("Asks for help"),
    /** Nothing has happened to it since its operator answered. */
    ANSWERED("Answered");

    private final String title;

    QueueMark(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    @JsonValue
    public String code() {
        return WireWord.of(this);
    }

    static List<QueueMark> of(boolean ongoing, boolean attack, boolean help, boolean answered) {
        List<QueueMark> marks = new ArrayList<>();
        add(marks, ongoing, GOES_ON);
        add(marks, attack, ATTACK_SUSPECTED);
        add(marks, help, HELP_ASKED);
        add(marks, answered, ANSWERED);
        return marks;
    }

    private static void add(List<QueueMark> marks, boolean is, QueueMark mark) {
        if (is) {
            marks.add(mark);
        }
    }
}

package org.tocsin.client;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;

/** Somebody who is to sign in here, as it is written down. */
public record Invitation(String mail, String firstName, String lastName, List<String> roles) {

    private static final int LONGEST = 100;

    /** @throws Problem 422 */
    void check() {
        List<Fault> faults = new ArrayList<>();
        name(faults, "/firstName", firstName, "first name");
        name(faults, "/lastName", lastName, "last name");
        if (!mail.matches("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,190}")) {
            faults.add(new Fault("/mail", "format", "Give one mail address. It is the name of the account."));
        }
        if (roles.isEmpty()) {
            faults.add(new Fault("/roles", "required", "Choose what this person does."));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("person", faults);
        }
    }

    private static void name(List<Fault> faults, String pointer, String name, String words) {
        if (name.isBlank() || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            faults.add(new Fault(pointer, "length", "Give the " + words + ", in at most " + LONGEST + " characters."));
        }
    }
}

package org.tocsin.administration;

import java.util.List;
import org.tocsin.client.People;

/**
 * The people of an organisation, on their page.
 *
 * @param path  the organisation's id, or what stands for our own
 * @param roles those that its people can have
 */
record PeopleSheet(String path, String name, People.Known known, List<String> roles, String me, List<Happened> log) {

    public boolean ours() {
        return path.equals("-");
    }
}

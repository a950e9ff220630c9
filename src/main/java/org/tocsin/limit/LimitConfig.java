package org.tocsin.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many requests a minute, and how many bytes a day. A share that was not used is not saved up beyond one minute's. */
@ConfigMapping(prefix = "tocsin.limits")
interface LimitConfig {

    Filing filing();

    Reading reading();

    Heavy heavy();

    Open open();

    Bytes bytes();

    /** Of reports and attachments, together. */
    interface Bytes {

        /** Counted by days of UTC. A twentieth of it is for reports alone. */
        @WithDefault("5368709120")
        long organisationPerDay();
    }

    interface Share {

        /** What is each client's own, whatever the others of its organisation do. */
        long clientPerMinute();

        /** What an organisation's clients have together beyond that. */
        long organisationPerMinute();
    }

    /** Whatever adds or changes something; a batch counts its items. */
    interface Filing extends Share {

        @Override
        @WithDefault("1200")
        long clientPerMinute();

        @Override
        @WithDefault("12000")
        long organisationPerMinute();
    }

    interface Reading extends Share {

        @Override
        @WithDefault("3000")
        long clientPerMinute();

        @Override
        @WithDefault("30000")
        long organisationPerMinute();
    }

    /** Imports and exports. */
    interface Heavy extends Share {

        @Override
        @WithDefault("60")
        long clientPerMinute();

        @Override
        @WithDefault("300")
        long organisationPerMinute();
    }

    /** What needs no account: an address from which it is asked stands for a client, and all of them together for an organisation. */
    interface Open extends Share {

        @Override
        @WithDefault("600")
        long clientPerMinute();

        @Override
        @WithDefault("6000")
        long organisationPerMinute();
    }
}

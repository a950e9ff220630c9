package org.tocsin.web.overload;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of the service one client, one address, and all of them together may hold at once. */
@ConfigMapping(prefix = "tocsin.overload")
interface OverloadConfig {

    Connections connections();

    Requests requests();

    Bodies bodies();

    Transfers transfers();

    Expensive expensive();

    interface Connections {

        @WithDefault("2000")
        long total();

        @WithDefault("256")
        long perAddress();

        /** From the connection's begin to the end of its first request's head. */
        @WithDefault("10s")
        Duration headTimeout();

        /** From the end of an answer to the end of the next request's head. */
        @WithDefault("75s")
        Duration idleTimeout();

        /** What all clients together have not yet taken of our answers. */
        @WithDefault("48M")
        MemorySize unread();

        @WithDefault("16M")
        MemorySize unreadPerAddress();
    }

    interface Requests {

        @WithDefault("128")
        long perAddress();

        @WithDefault("64")
        long perClient();
    }

    interface Bodies {

        /** Up to this size a body is collected before a thread is given to it; larger ones are streamed. */
        @WithDefault("2M")
        MemorySize collected();

        /** The same for what needs no account; nothing larger is taken there. */
        @WithDefault("128K")
        MemorySize open();

        /** By when a body that is collected must be here. */
        @WithDefault("30s")
        Duration timeout();

        /** What all bodies together may take of the memory. */
        @WithDefault("48M")
        MemorySize memory();

        /** What those of one client, and of one address, may take of it. */
        @WithDefault("16M")
        MemorySize memoryPerSender();
    }

    /** Bodies and answers that are too large to be held in memory. */
    interface Transfers {

        /** In a second, in each direction. */
        @WithDefault("8K")
        MemorySize minimumRate();

        /** Over how much waiting the rate is taken. */
        @WithDefault("15s")
        Duration window();

        @WithDefault("40")
        long uploads();

        @WithDefault("10")
        long uploadsPerClient();

        @WithDefault("64")
        long downloads();

        @WithDefault("16")
        long downloadsPerClient();
    }

    /** Imports, exports, batches and verifications. */
    interface Expensive {

        @WithDefault("16")
        long total();

        @WithDefault("8")
        long perClient();
    }
}

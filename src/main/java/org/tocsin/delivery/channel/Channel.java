package org.tocsin.delivery.channel;

import java.util.List;

/** One wire protocol. */
public interface Channel {

    /** The word for it in the configuration of a destination. */
    String kind();

    /** Tries once. Never throws for what the other side or the network did. */
    Outcome send(Parcel parcel);

    /** Tries the line without sending anything on it: each step, up to the first that failed. Never throws for what it met. */
    List<Step> tryLine(String destination);
}

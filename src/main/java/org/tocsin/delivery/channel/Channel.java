package org.tocsin.delivery.channel;

/** One wire protocol. */
public interface Channel {

    /** The word for it in the configuration of a destination. */
    String kind();

    /** Tries once. Never throws for what the other side or the network did. */
    Outcome send(Parcel parcel);
}

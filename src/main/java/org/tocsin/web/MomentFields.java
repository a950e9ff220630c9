package org.tocsin.web;

import jakarta.ws.rs.FormParam;

/** The fields of {@code tags/attime.html} in a form that has no other time. */
public class MomentFields {

    @FormParam("date")
    String date;
    @FormParam("time")
    String time;
    @FormParam("zone")
    String zone;

    public TypedMoment typed() {
        return new TypedMoment(date, time, zone, false);
    }
}

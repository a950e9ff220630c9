package org.tocsin;

import org.tocsin.attachment.ScannerThere;
import org.tocsin.local.ProfileOf;
import org.tocsin.notice.OnDuty;

/** A service with what it can do without: a malware scanner, a mail server, people on duty. */
public class Surrounded extends ProfileOf {

    public Surrounded() {
        super(new ScannerThere(), new OnDuty());
    }
}

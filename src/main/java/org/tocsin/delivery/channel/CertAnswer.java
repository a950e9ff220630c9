package org.tocsin.delivery.channel;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What the intake protocol answers a submission with. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CertAnswer(String submissionId, String caseReference, String receipt) {
}

package fr.socle.mss.directory.protocol.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import fr.socle.mss.directory.service.DirectorySettings;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleLinkComponent;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.jspecify.annotations.Nullable;

/** Last changes of an answer: its total, a next page that never ends, what is not offered. */
@Interceptor
public final class Totals {
  private final DirectorySettings settings;

  Totals(DirectorySettings settings) {
    this.settings = settings;
  }

  /** Looks at an answer before it is written. */
  @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
  public void look(RequestDetails request, @Nullable IBaseResource answer) {
    if (answer instanceof Bundle bundle) {
      if (!isCounted(request)) {
        bundle.setTotalElement(null);
      }
      if (request.getHeader(HapiDirectory.LOOP_HEADER) != null) {
        BundleLinkComponent self = bundle.getLink("self");
        if (self == null) {
          throw new InternalErrorException("a bundle without self");
        }
        bundle.getLinkOrCreate("next").setUrl(self.getUrl());
      }
    } else if (answer instanceof CapabilityStatement statement && settings.refusesMore()) {
      for (CapabilityStatementRestComponent rest : statement.getRest()) {
        rest.getResource()
            .forEach(
                each ->
                    each.getSearchParam()
                        .removeIf(one -> "mailbox-mss-type".equals(one.getName())));
      }
    }
  }

  private boolean isCounted(RequestDetails request) {
    String[] asked = request.getParameters().get("_total");
    if (asked == null || asked.length == 0) {
      return settings.totals() || request.getParameters().containsKey("_summary");
    }
    return Set.of("accurate", "estimate").contains(asked[0]);
  }
}

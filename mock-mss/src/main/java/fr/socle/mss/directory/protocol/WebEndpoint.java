package fr.socle.mss.directory.protocol;

import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.HttpEndpoint;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.http.Served;
import fr.socle.mss.directory.protocol.fhir.FhirDoor;
import fr.socle.mss.directory.protocol.files.AutoconfigDoor;
import fr.socle.mss.directory.protocol.files.ExtractionDoor;
import fr.socle.mss.directory.protocol.files.WhiteListDoor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The listener {@code mss.web}: FHIR directory, extractions, white list, autoconfiguration, told
 * apart by their paths.
 *
 * @param fhir the FHIR directory
 * @param extractions the extractions
 * @param whiteList the white list
 * @param autoconfig the autoconfiguration
 */
public record WebEndpoint(
    FhirDoor fhir, ExtractionDoor extractions, WhiteListDoor whiteList, AutoconfigDoor autoconfig)
    implements HttpEndpoint {
  @Override
  public Served serve(IncomingRequest request, RequestFaults faults) {
    String path = request.path();
    if (FhirDoor.transactionOf(request).isPresent()) {
      return fhir.serve(request, faults);
    }
    if (path.startsWith(ExtractionDoor.PATH)) {
      return extractions.serve(request);
    }
    if (WhiteListDoor.has(path)) {
      return whiteList.serve(request, faults);
    }
    if (AutoconfigDoor.has(path)) {
      return autoconfig.serve(request, faults);
    }
    String reason =
        "Il y a ici /fhir/v2, "
            + ExtractionDoor.PATH
            + "…, "
            + WhiteListDoor.LIST
            + ", "
            + WhiteListDoor.DIGEST
            + " et "
            + AutoconfigDoor.PATH
            + "<domaine>/mail/config-v1.1.xml.";
    return Served.refused(
        Answer.text(404, "text/plain; charset=utf-8", reason + "\n"),
        new Refusal("chemin-inconnu", reason));
  }

  @Override
  public @Nullable String transactionOf(IncomingRequest request) {
    Optional<String> fhirOne = FhirDoor.transactionOf(request);
    if (fhirOne.isPresent()) {
      return fhirOne.get();
    }
    String path = request.path();
    if (path.startsWith(ExtractionDoor.PATH)) {
      return ExtractionDoor.TRANSACTION;
    }
    if (WhiteListDoor.has(path)) {
      return WhiteListDoor.TRANSACTION;
    }
    return AutoconfigDoor.has(path) ? AutoconfigDoor.TRANSACTION : null;
  }
}

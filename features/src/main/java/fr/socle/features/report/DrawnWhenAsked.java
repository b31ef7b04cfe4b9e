package fr.socle.features.report;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Finding;
import fr.socle.features.model.EvidenceFile;
import fr.socle.features.report.exchange.ExchangeSheet;
import java.util.List;
import java.util.Optional;

/**
 * The data of one exchange. Its files are read when the page comes to it, so that a run never
 * stands in memory with all its traffic.
 */
final class DrawnWhenAsked {
  private final Exchange exchange;
  private final List<Finding> findings;
  private final Optional<EvidenceFile> file;
  private final String space;
  private final Recordings recordings;

  DrawnWhenAsked(
      Exchange exchange,
      List<Finding> findings,
      Optional<EvidenceFile> file,
      String space,
      Recordings recordings) {
    this.exchange = exchange;
    this.findings = findings;
    this.file = file;
    this.space = space;
    this.recordings = recordings;
  }

  /** JSON for the script of the page; called by the template. */
  public String json() {
    return SafeJson.write(
        ExchangeSheet.of(
            exchange,
            findings,
            file.flatMap(recordings::read),
            recordings.space(space).orElse(null)));
  }
}

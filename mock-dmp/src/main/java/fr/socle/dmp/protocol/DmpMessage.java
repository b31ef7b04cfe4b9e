package fr.socle.dmp.protocol;

import fr.socle.bench.check.Condensable;
import fr.socle.bench.xml.XmlElement;
import fr.socle.dmp.service.DmpCaller;
import fr.socle.dmp.service.DmpRefusal;
import fr.socle.dmp.service.DmpSettings;
import fr.socle.dmp.service.TestedRecords;
import fr.socle.dmp.service.VihfControl;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call of the DMP as the checks judge it.
 *
 * @param request the message
 * @param operation the operation it was taken for; null when none
 * @param caller who calls; null without VIHF
 * @param failed controls of the VIHF that failed
 * @param refusal why the DMP refused inside its answer; null when it did not, or answered by a
 *     fault
 * @param content what the operation decoded; null when nothing
 * @param settings how the DMP behaves in this space
 * @param before what was asked about the record before this call
 */
public record DmpMessage(
    DmpRequest request,
    @Nullable DmpOperation operation,
    @Nullable DmpCaller caller,
    Map<VihfControl, String> failed,
    @Nullable DmpRefusal refusal,
    @Nullable Object content,
    DmpSettings settings,
    TestedRecords.Before before)
    implements Condensable {

  /** Copies the map. */
  public DmpMessage {
    failed = Map.copyOf(failed);
  }

  /** What the operation decoded, when it is of a type. */
  public <T> Optional<T> content(Class<T> type) {
    return content != null && type.isInstance(content)
        ? Optional.of(type.cast(content))
        : Optional.empty();
  }

  /** Without the parts that came beside the envelope, and without what was decoded of them. */
  @Override
  public DmpMessage condensed() {
    return new DmpMessage(
        request.withoutAttachments(),
        operation,
        caller,
        failed,
        refusal,
        content instanceof Condensable whole ? whole.condensed() : content,
        settings,
        before);
  }

  /** Element of the body; null for an empty one. */
  public @Nullable XmlElement body() {
    return request.body().orElse(null);
  }
}

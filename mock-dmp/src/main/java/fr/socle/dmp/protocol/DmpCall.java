package fr.socle.dmp.protocol;

import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.xml.XmlElement;
import fr.socle.dmp.service.DmpCaller;
import fr.socle.dmp.service.Vihf;
import org.jspecify.annotations.Nullable;

/**
 * A call whose envelope and VIHF were accepted.
 *
 * @param request the message
 * @param body element of its body
 * @param vihf its VIHF
 * @param caller who calls
 * @param faults faults armed for this exchange
 * @param content what the operation decoded; null when it decodes nothing
 */
public record DmpCall(
    DmpRequest request,
    XmlElement body,
    Vihf vihf,
    DmpCaller caller,
    RequestFaults faults,
    @Nullable Object content) {

  /**
   * What the operation decoded.
   *
   * @throws IllegalStateException when it decoded something else
   */
  public <T> T content(Class<T> type) {
    if (content == null || !type.isInstance(content)) {
      throw new IllegalStateException("the operation decodes no " + type.getName());
    }
    return type.cast(content);
  }
}

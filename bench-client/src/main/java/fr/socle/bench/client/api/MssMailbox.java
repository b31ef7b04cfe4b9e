package fr.socle.bench.client.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox of MSSanté, to open.
 *
 * @param address address, such as {@code marie.testeur@medecin.mssante.fr}
 * @param nationalId national identifier of the professional it belongs to; needed for a personal
 *     one
 * @param kind {@code PER} (default), {@code ORG}, {@code APP}, {@code CAB}, or {@code CITOYEN}
 * @param professionals national identifiers of others who may open it: {@code ORG} and {@code CAB}
 * @param label name shown to correspondents
 * @param certificate for {@code APP}, the client certificate that opens it: name of an identity of
 *     {@code bench.json}, or its subject
 * @param organisation for {@code APP}, an {@code OU} of the client certificates that open it
 * @param state {@code ouverte} (default), {@code pleine} or {@code fermee}
 */
public record MssMailbox(
    String address,
    @Nullable String nationalId,
    @Nullable String kind,
    @Nullable List<String> professionals,
    @Nullable String label,
    @Nullable String certificate,
    @Nullable String organisation,
    @Nullable String state) {

  /** A personal mailbox. */
  @JsonCreator(mode = Mode.DISABLED)
  public MssMailbox(String address, String nationalId) {
    this(address, nationalId, null, null, null, null, null, null);
  }

  /** The mailbox of an organisation. */
  public static MssMailbox organisation(String address, List<String> professionals, String label) {
    return new MssMailbox(address, null, "ORG", professionals, label, null, null, null);
  }

  /** The mailbox of an application. */
  public static MssMailbox application(String address, String certificate) {
    return new MssMailbox(address, null, "APP", null, null, certificate, null, null);
  }

  /** The mailbox of a citizen. */
  public static MssMailbox citizen(String address) {
    return new MssMailbox(address, null, "CITOYEN", null, null, null, null, null);
  }
}

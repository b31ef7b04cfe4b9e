package fr.socle.dmp.protocol;

import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.soap.SoapOperation;
import fr.socle.bench.xml.XmlElement;
import fr.socle.dmp.service.DmpRefusal;
import fr.socle.dmp.service.PatientId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the DMP: decodes its body, has it carried out, writes the answer. Called from
 * several threads; holds no state of its own. What every operation has in common (envelope,
 * addressing, VIHF) was done before, by {@link DmpEndpoint}.
 */
public interface DmpOperation {
  /** Service it belongs to, last part of the path, such as {@code patients}. */
  String service();

  /** Its name, {@code wsa:Action} and body. */
  SoapOperation contract();

  /** {@code wsa:Action} of its answer. */
  String responseAction();

  /**
   * The transaction a body is, such as {@code DMP TD0.2}.
   *
   * @param body element of the body
   */
  String transaction(XmlElement body);

  /**
   * The transaction a message is, where its body alone does not tell.
   *
   * @param content what {@link #decode} gave
   */
  default String transaction(DmpRequest request, XmlElement body, @Nullable Object content) {
    return transaction(body);
  }

  /** The transaction a message seems to be from some of its words. */
  String seeming(String words);

  /** Likewise, where its words alone do not tell. */
  default String seeming(IncomingRequest request, String words) {
    return seeming(words);
  }

  /**
   * The patient a body names, compared with that of the VIHF before anything is done (dmp.md 2.6);
   * empty when the body names none or the operation says the difference in its own way.
   */
  default Optional<PatientId> patient(XmlElement body) {
    return Optional.empty();
  }

  /** Whether the VIHF must name a patient. */
  default boolean needsPatient() {
    return true;
  }

  /**
   * Decodes what a body and the parts beside it hold, once, for {@link #answer} and for the checks;
   * changes nothing, and puts up with whatever is written there. Null when the body is all there
   * is.
   */
  default @Nullable Object decode(DmpRequest request, XmlElement body) {
    return null;
  }

  /** Carries it out. */
  DmpReply answer(DmpCall call);

  /**
   * Whether a refusal is answered by a SOAP fault, not in the answer of the operation; that of an
   * access always is, unless the space says otherwise.
   */
  default boolean refusesByFault(DmpRefusal refusal) {
    return false;
  }

  /**
   * Whether its answer tells the caller what he may do with the record of the VIHF: dmp.md 5.1,
   * 5.2. Those that it lists are in the reply.
   */
  default boolean tellsTheRight() {
    return false;
  }

  /** How its answers and its faults are put on the wire. */
  default Packaging packaging() {
    return Packaging.PLAIN;
  }
}

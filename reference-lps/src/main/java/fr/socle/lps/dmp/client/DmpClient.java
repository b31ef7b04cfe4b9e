package fr.socle.lps.dmp.client;

import fr.socle.lps.dmp.ebxml.FoundEntry;
import fr.socle.lps.dmp.ebxml.StoredQuery;
import fr.socle.lps.dmp.ebxml.Submission;
import fr.socle.lps.dmp.soap.DmpDoor;
import fr.socle.lps.dmp.soap.DmpRefused;
import fr.socle.lps.dmp.soap.DmpReply;
import fr.socle.lps.dmp.soap.DmpUnreachable;
import fr.socle.lps.dmp.soap.Errors;
import fr.socle.lps.dmp.soap.Markup;
import fr.socle.lps.dmp.soap.Operation;
import fr.socle.lps.dmp.soap.Xml;
import fr.socle.lps.dmp.vihf.Purpose;
import fr.socle.lps.dmp.vihf.VihfMaker;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.w3c.dom.Element;

/** The transactions of the DMP, called by one professional in one mode (dmp.md 1). */
public final class DmpClient {

  private static final String REPOSITORY = "1.2.250.1.213.4.1.1.1.2";

  private final DmpDoor door;
  private final VihfMaker vihf;
  private final ExistenceMessage existence;
  private final Clock clock;
  private final Defects defects;
  private String partial = "";

  /**
   * @param software OID of this software
   */
  public DmpClient(DmpDoor door, VihfMaker vihf, String software, Clock clock, Defects defects) {
    this.door = door;
    this.vihf = vihf;
    this.existence = new ExistenceMessage(software, defects);
    this.clock = clock;
    this.defects = defects;
  }

  /** Who calls, and how. */
  public VihfMaker caller() {
    return vihf;
  }

  /** TD0.2. */
  public Existence existence(About about) throws DmpUnreachable, DmpRefused, InterruptedException {
    String body = existence.write(about.ins(), clock.instant());
    Element answer = call(Operation.EXISTENCE, about, body).body();
    if (defects.has(Mutant.DMP_SEXE_REFUSE) && !existence.agrees(answer, about.ins())) {
      throw new DmpRefused(List.of(), "Le DMP a répondu pour quelqu'un d'autre.");
    }
    Existence found = ExistenceMessage.read(answer);
    if (defects.has(Mutant.DMP_CREATION)) {
      door.call(Operation.CREATION, vihf(about), existence.creation(about.ins(), clock.instant()));
    }
    return found;
  }

  /**
   * TD0.3.
   *
   * @param adds whether an authorisation is declared, else removed
   * @param treating whether the role of treating doctor is meant
   */
  public void authorise(About about, boolean adds, boolean treating)
      throws DmpUnreachable, DmpRefused, InterruptedException {
    Markup xml =
        new Markup()
            .open("hab:setAuthorization", "xmlns:hab", "urn:si-dmp-habilitations")
            .leaf("hab:action", adds ? "AJOUT" : "SUPPRESSION");
    if (treating) {
      xml.leaf("hab:role", "MEDECIN_TRAITANT");
    }
    String body = xml.close("hab:setAuthorization").toString();
    output(call(Operation.AUTHORISE, about, body).body());
  }

  /**
   * TD0.4.
   *
   * @param since {@code yyyyMMddHHmmss}
   * @param byDocument whether the date is that of the last document, else of the authorisation
   */
  public List<KnownDmp> patients(String since, boolean byDocument)
      throws DmpUnreachable, DmpRefused, InterruptedException {
    String body =
        new Markup()
            .open("pat:patientList", "xmlns:pat", "urn:si-dmp-patients")
            .leaf("pat:startDate", since)
            .leaf("pat:dateType", byDocument ? "LASTDOC" : "LASTAUTORIZATION")
            .close("pat:patientList")
            .toString();
    Element output =
        output(door.call(Operation.PATIENTS, vihf.make("", Purpose.NORMAL, false), body).body());
    return Xml.children(output, "patientlistData").stream()
        .map(
            one ->
                new KnownDmp(
                    Xml.text(one, "patientIdentifier", "nationalId"),
                    Xml.text(one, "lastName"),
                    Xml.text(one, "firstName"),
                    Xml.text(one, "dateOfBirth"),
                    Xml.text(one, "MT").equals("true")))
        .toList();
  }

  private static Element output(Element answer) throws DmpRefused {
    Element output = Xml.find(answer, "output").orElse(answer);
    String status = Xml.text(output, "status");
    if (!status.toLowerCase(Locale.ROOT).equals("dmpok")) {
      throw new DmpRefused(List.of(status), Errors.inFrench(status, Xml.text(output, "context")));
    }
    return output;
  }

  /** TD2.1. */
  public void submit(About about, Submission submission)
      throws DmpUnreachable, DmpRefused, InterruptedException {
    DmpReply reply =
        door.send(Operation.SUBMIT, vihf(about), submission.write(), submission.parts());
    Errors.control(reply.body(), false);
  }

  /** Why the last search did not give everything; empty when it did. */
  public String partial() {
    return partial;
  }

  /** TD3.1: the entries a search finds. */
  public List<FoundEntry> search(About about, StoredQuery query)
      throws DmpUnreachable, DmpRefused, InterruptedException {
    return Xml.below(found(about, query), "ExtrinsicObject").stream().map(FoundEntry::new).toList();
  }

  /** TD3.1: the links a search finds. */
  public List<Link> links(About about, StoredQuery query)
      throws DmpUnreachable, DmpRefused, InterruptedException {
    return Xml.below(found(about, query), "Association").stream()
        .map(
            link ->
                new Link(
                    link.getAttribute("associationType"),
                    link.getAttribute("sourceObject"),
                    link.getAttribute("targetObject")))
        .toList();
  }

  /** TD3.1b: the present identifier of the entry of a document. */
  public Optional<String> entryUuid(About about, String uniqueId)
      throws DmpUnreachable, DmpRefused, InterruptedException {
    Element answer = found(about, StoredQuery.document(List.of(uniqueId), true));
    return Xml.below(answer, "ObjectRef").stream().map(ref -> ref.getAttribute("id")).findFirst();
  }

  private Element found(About about, StoredQuery query)
      throws DmpUnreachable, DmpRefused, InterruptedException {
    boolean composed = !defects.has(Mutant.DMP_RECHERCHE_NON_COMPOSEE);
    Element answer = call(Operation.SEARCH, about, query.write(composed)).body();
    Errors.control(answer, true);
    partial = Errors.partly(answer);
    return answer;
  }

  /** TD3.2. */
  public Retrieved retrieve(About about, String repository, String uniqueId)
      throws DmpUnreachable, DmpRefused, InterruptedException {
    String body =
        new Markup()
            .open("ihe:RetrieveDocumentSetRequest", "xmlns:ihe", "urn:ihe:iti:xds-b:2007")
            .open("ihe:DocumentRequest")
            .leaf("ihe:RepositoryUniqueId", repository.isEmpty() ? REPOSITORY : repository)
            .leaf("ihe:DocumentUniqueId", uniqueId)
            .close("ihe:DocumentRequest")
            .close("ihe:RetrieveDocumentSetRequest")
            .toString();
    DmpReply reply = call(Operation.RETRIEVE, about, body);
    Errors.control(reply.body(), false);
    Element response =
        Xml.find(reply.body(), "DocumentResponse")
            .orElseThrow(() -> new DmpUnreachable("réponse sans document"));
    return new Retrieved(Xml.text(response, "mimeType"), bytes(reply, response));
  }

  private static byte[] bytes(DmpReply reply, Element response) throws DmpUnreachable {
    String href = Xml.attribute(response, "href", "Document", "Include");
    if (href.isEmpty()) {
      return Base64.getMimeDecoder().decode(Xml.text(response, "Document"));
    }
    String id = URLDecoder.decode(href.replaceFirst("^cid:", ""), StandardCharsets.UTF_8);
    byte[] bytes = reply.documents().get(id);
    if (bytes == null) {
      throw new DmpUnreachable("document absent de la réponse");
    }
    return bytes;
  }

  /** TD3.3. */
  public void update(About about, String body)
      throws DmpUnreachable, DmpRefused, InterruptedException {
    Errors.control(call(Operation.UPDATE, about, body).body(), false);
  }

  private DmpReply call(Operation operation, About about, String body)
      throws DmpUnreachable, DmpRefused, InterruptedException {
    return door.call(operation, vihf(about), body);
  }

  private String vihf(About about) {
    return vihf.make(about.resource(), about.purpose(), about.secret());
  }
}

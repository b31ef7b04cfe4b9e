package fr.socle.dmp.registry.protocol;

import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.xml.XmlElement;
import fr.socle.dmp.protocol.DmpCall;
import fr.socle.dmp.protocol.DmpContract;
import fr.socle.dmp.protocol.DmpReply;
import fr.socle.dmp.protocol.DmpRequest;
import fr.socle.dmp.registry.service.Access;
import fr.socle.dmp.registry.service.Availability;
import fr.socle.dmp.registry.service.Registry;
import fr.socle.dmp.registry.service.RegistryError;
import fr.socle.dmp.service.DmpRefusal;
import fr.socle.documents.xds.Association;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.documents.xds.EbXmlReader;
import fr.socle.documents.xds.Submission;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** ITI-57: TD3.3a to TD3.3d (dmp.md 1.12). */
final class UpdateOperation extends DocumentOperation {
  static final String TD3_3A = "DMP TD3.3a";
  static final String TD3_3B = "DMP TD3.3b";
  static final String TD3_3C = "DMP TD3.3c";
  static final String TD3_3D = "DMP TD3.3d";
  private static final String MASKED = "MASQUE_PS";
  private static final Pattern LID = Pattern.compile("\\slid=[\"']([^\"']{1,100})[\"']");

  UpdateOperation(Registry registry) {
    super(registry, DmpContract.REGISTRY, Ihe.UPDATE, "-Response");
  }

  @Override
  public String transaction(XmlElement body) {
    return transaction(new ReadUpdate(EbXmlReader.submission(body), Map.of()));
  }

  @Override
  public String transaction(DmpRequest request, XmlElement body, @Nullable Object content) {
    return content instanceof ReadUpdate read ? transaction(read) : transaction(body);
  }

  private static String transaction(ReadUpdate read) {
    List<Association> statuses = read.submission().associations(Association.UPDATES_AVAILABILITY);
    if (!statuses.isEmpty()) {
      boolean deletes =
          statuses.stream()
              .anyMatch(
                  each -> each.object().values("NewStatus").contains(Availability.DELETED.urn()));
      return deletes ? TD3_3C : TD3_3D;
    }
    // Whether a body masks or shows, only the former metadata tell.
    boolean masks =
        read.submission().documents().stream()
            .anyMatch(
                entry ->
                    isMasked(entry)
                        != read.former(entry).filter(UpdateOperation::isMasked).isPresent());
    return masks ? TD3_3A : TD3_3B;
  }

  private static boolean isMasked(DocumentEntry entry) {
    return entry.confidentialityCode().stream().anyMatch(code -> code.code().equals(MASKED));
  }

  @Override
  public String seeming(String words) {
    boolean status = words.contains(Association.UPDATES_AVAILABILITY);
    return !status
        ? words.contains(MASKED) ? TD3_3A : TD3_3B
        : words.contains(Availability.DELETED.urn()) ? TD3_3C : TD3_3D;
  }

  @Override
  public String seeming(IncomingRequest request, String words) {
    Matcher lid = LID.matcher(words);
    boolean status = words.contains(Association.UPDATES_AVAILABILITY);
    return status || !lid.find()
        ? seeming(words)
        : words.contains(MASKED) == registry().isMasked(lid.group(1)) ? TD3_3B : TD3_3A;
  }

  @Override
  public Object decode(DmpRequest request, XmlElement body) {
    Submission change = EbXmlReader.submission(body);
    return new ReadUpdate(change, registry().former(change));
  }

  @Override
  DmpReply answer(DmpCall call, Access access) {
    return FeedingOperation.reply(
        registry().update(call.content(ReadUpdate.class).submission(), access));
  }

  @Override
  DmpReply refused(RegistryError error, DmpRefusal refusal) {
    return DmpReply.refused(RegistryAnswers.outcome(List.of(error), Ihe.FAILURE), refusal);
  }
}

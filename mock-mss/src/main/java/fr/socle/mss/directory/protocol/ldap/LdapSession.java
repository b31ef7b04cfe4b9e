package fr.socle.mss.directory.protocol.ldap;

import com.unboundid.asn1.ASN1StreamReader;
import com.unboundid.ldap.protocol.AddResponseProtocolOp;
import com.unboundid.ldap.protocol.BindRequestProtocolOp;
import com.unboundid.ldap.protocol.BindResponseProtocolOp;
import com.unboundid.ldap.protocol.CompareResponseProtocolOp;
import com.unboundid.ldap.protocol.DeleteResponseProtocolOp;
import com.unboundid.ldap.protocol.ExtendedResponseProtocolOp;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.ModifyDNResponseProtocolOp;
import com.unboundid.ldap.protocol.ModifyResponseProtocolOp;
import com.unboundid.ldap.protocol.ProtocolOp;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.content.Content;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.session.Awaits;
import fr.socle.bench.session.Session;
import fr.socle.bench.session.Step;
import fr.socle.bench.session.Step.Then;
import fr.socle.bench.session.Told;
import fr.socle.bench.session.Unit;
import fr.socle.mss.directory.service.Directory;
import fr.socle.mss.directory.service.DirectoryFault;
import fr.socle.mss.directory.service.DirectorySettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One connection in LDAP: each operation is an exchange. */
final class LdapSession implements Session {
  // One byte is a line that is too long: unlike a number of bytes, it may be long in coming.
  private static final Awaits FIRST = new Awaits.Line(0);
  private static final int SEQUENCE = 0x30;
  private static final int LARGEST = 256 * 1024;
  private static final String NOTICE_OF_DISCONNECTION = "1.3.6.1.4.1.1466.20036";
  private static final int NO_ANSWER = -1;
  private static final String READ_ONLY = "This directory is searched only";

  private final Directory directory;
  private final DirectorySettings settings;
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();
  private Part part = Part.TAG;
  private boolean secure;

  /** What of a message is awaited: X.690 section 8.1. */
  private enum Part {
    TAG,
    LENGTH,
    LONG_LENGTH,
    VALUE
  }

  LdapSession(Directory directory, DirectorySettings settings) {
    this.directory = directory;
    this.settings = settings;
  }

  @Override
  public Step greet() {
    return Step.on("", FIRST);
  }

  @Override
  public Step received(Unit unit, RequestFaults faults) {
    secure = !"clair".equals(unit.tls().protocol());
    byte[] bytes = unit.bytes().all();
    message.writeBytes(bytes);
    return switch (part) {
      case TAG ->
          bytes[0] == SEQUENCE
              ? await(Part.LENGTH, 1)
              : disconnect("pas-du-ldap", "Ce port parle LDAP : le premier octet n'en est pas.");
      case LENGTH -> {
        int first = bytes[0] & 0xff;
        if (first < 0x80) {
          yield first == 0 ? malformed("message vide") : await(Part.VALUE, first);
        }
        int more = first & 0x7f;
        yield more == 0 || more > 4
            ? malformed("longueur indéfinie ou démesurée")
            : await(Part.LONG_LENGTH, more);
      }
      case LONG_LENGTH -> {
        long length = 0;
        for (byte each : bytes) {
          length = (length << 8) | (each & 0xff);
        }
        yield length > LARGEST
            ? disconnect(
                "message-trop-grand",
                "Un message LDAP fait ici " + LARGEST / 1024 + " Kio au plus.")
            : length == 0 ? malformed("message vide") : await(Part.VALUE, length);
      }
      case VALUE -> whole(faults);
    };
  }

  private Step await(Part next, long count) {
    part = next;
    return Step.on("", new Awaits.Bytes(count));
  }

  private static Step malformed(String how) {
    return disconnect("message-illisible", "Ce message LDAP ne se lit pas : " + how + ".");
  }

  private static Step disconnect(String code, String reason) {
    return parting(ResultCode.PROTOCOL_ERROR, new Refusal(code, reason)).and(Then.CLOSE);
  }

  /** RFC 4511 section 4.4.1: who sends what cannot be read, or nothing, is told so and cut. */
  private static Step parting(ResultCode code, Refusal refusal) {
    byte[] notice =
        new LDAPMessage(
                0,
                new ExtendedResponseProtocolOp(
                    code.intValue(), null, code.getName(), null, NOTICE_OF_DISCONNECTION, null))
            .encode()
            .encode();
    Told told = new Told("ANN LDAP", "", "", code.intValue(), null, Map.of(), refusal);
    return Step.over(Content.of(notice), FIRST, told);
  }

  private Step whole(RequestFaults faults) {
    byte[] bytes = message.toByteArray();
    message.reset();
    part = Part.TAG;
    String wrong = BerLimits.refusal(bytes);
    if (!wrong.isEmpty()) {
      return malformed(wrong);
    }
    LDAPMessage read;
    try (ASN1StreamReader reader = new ASN1StreamReader(new ByteArrayInputStream(bytes))) {
      read = LDAPMessage.readFrom(reader, false);
    } catch (LDAPException | IOException e) {
      return malformed(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
    return read == null ? malformed("message vide") : obey(read, faults);
  }

  private Step obey(LDAPMessage asked, RequestFaults faults) {
    return switch (asked.getProtocolOpType()) {
      case LDAPMessage.PROTOCOL_OP_TYPE_BIND_REQUEST -> bind(asked);
      case LDAPMessage.PROTOCOL_OP_TYPE_SEARCH_REQUEST -> search(asked, faults);
      case LDAPMessage.PROTOCOL_OP_TYPE_EXTENDED_REQUEST -> extended(asked);
      case LDAPMessage.PROTOCOL_OP_TYPE_UNBIND_REQUEST ->
          silent(new LdapCall("unbind", "", "", NO_ANSWER, 0, secure)).and(Then.CLOSE);
      case LDAPMessage.PROTOCOL_OP_TYPE_ABANDON_REQUEST ->
          silent(new LdapCall("abandon", "", "", NO_ANSWER, 0, secure));
      case LDAPMessage.PROTOCOL_OP_TYPE_ADD_REQUEST ->
          readOnly(asked, "add", new AddResponseProtocolOp(53, null, READ_ONLY, null));
      case LDAPMessage.PROTOCOL_OP_TYPE_MODIFY_REQUEST ->
          readOnly(asked, "modify", new ModifyResponseProtocolOp(53, null, READ_ONLY, null));
      case LDAPMessage.PROTOCOL_OP_TYPE_DELETE_REQUEST ->
          readOnly(asked, "delete", new DeleteResponseProtocolOp(53, null, READ_ONLY, null));
      case LDAPMessage.PROTOCOL_OP_TYPE_MODIFY_DN_REQUEST ->
          readOnly(asked, "modifyDN", new ModifyDNResponseProtocolOp(53, null, READ_ONLY, null));
      case LDAPMessage.PROTOCOL_OP_TYPE_COMPARE_REQUEST ->
          readOnly(asked, "compare", new CompareResponseProtocolOp(53, null, READ_ONLY, null));
      default -> malformed("ce n'est pas une requête");
    };
  }

  private Step bind(LDAPMessage asked) {
    BindRequestProtocolOp bind = asked.getBindRequestProtocolOp();
    ResultCode code = ResultCode.SUCCESS;
    Refusal refusal = null;
    if (bind.getVersion() != 3) {
      code = ResultCode.PROTOCOL_ERROR;
      refusal = new Refusal("version-ldap", "Parlez LDAP version 3.");
    } else if (bind.getCredentialsType() != BindRequestProtocolOp.CRED_TYPE_SIMPLE) {
      code = ResultCode.AUTH_METHOD_NOT_SUPPORTED;
      refusal = new Refusal("authentification", "Liez-vous par une liaison simple anonyme.");
    } else if (!bind.getBindDN().isEmpty()) {
      // RFC 4513 section 5.1.2: a name without password is not anonymous.
      boolean named = bind.getSimplePassword().getValueLength() == 0;
      code = named ? ResultCode.UNWILLING_TO_PERFORM : ResultCode.INVALID_CREDENTIALS;
      refusal =
          new Refusal(
              "liaison-non-anonyme", "Liez-vous sans nom ni mot de passe : l'annuaire est public.");
    }
    return answer(
        new LdapCall("bind", "", "", code.intValue(), 0, secure),
        List.of(
            new LDAPMessage(
                asked.getMessageID(),
                new BindResponseProtocolOp(code.intValue(), null, null, null, null))),
        refusal);
  }

  private Step search(LDAPMessage asked, RequestFaults faults) {
    SearchRequestProtocolOp search = asked.getSearchRequestProtocolOp();
    LdapSearch.Result result =
        disturbed(asked.getMessageID(), faults)
            .orElseGet(
                () ->
                    new LdapSearch(directory, settings.ldapLimit(), !secure)
                        .run(asked.getMessageID(), search, asked.getControls()));
    int code = result.code().intValue();
    return answer(
        new LdapCall(
            "search",
            search.getBaseDN(),
            search.getFilter().toString(),
            code,
            result.entries(),
            secure),
        result.messages(),
        result.code().equals(ResultCode.SUCCESS)
            ? null
            : new Refusal("ldap-" + code, "La recherche LDAP répond " + result.code() + "."));
  }

  private static Optional<LdapSearch.Result> disturbed(int id, RequestFaults faults) {
    ResultCode code =
        faults.take(DirectoryFault.LDAP_SIZE.label()).isPresent()
            ? ResultCode.SIZE_LIMIT_EXCEEDED
            : faults.take(DirectoryFault.LDAP_BUSY.label()).isPresent()
                ? ResultCode.BUSY
                : faults.take(DirectoryFault.LDAP_UNAVAILABLE.label()).isPresent()
                    ? ResultCode.UNAVAILABLE
                    : null;
    return code == null
        ? Optional.empty()
        : Optional.of(LdapSearch.over(id, new ArrayList<>(), code, null, null));
  }

  private Step extended(LDAPMessage asked) {
    boolean startTls = asked.getExtendedRequestProtocolOp().getOID().equals(Entries.START_TLS);
    ResultCode code =
        !startTls
            ? ResultCode.PROTOCOL_ERROR
            : secure ? ResultCode.OPERATIONS_ERROR : ResultCode.SUCCESS;
    Step step =
        answer(
            new LdapCall(startTls ? "StartTLS" : "extended", "", "", code.intValue(), 0, secure),
            List.of(
                new LDAPMessage(
                    asked.getMessageID(),
                    new ExtendedResponseProtocolOp(
                        code.intValue(),
                        null,
                        null,
                        null,
                        startTls ? Entries.START_TLS : null,
                        null))),
            code.equals(ResultCode.SUCCESS)
                ? null
                : new Refusal(
                    "ldap-" + code.intValue(),
                    startTls ? "TLS est déjà là." : "Cette extension de LDAP n'est pas offerte."));
    return code.equals(ResultCode.SUCCESS) ? step.and(Then.START_TLS) : step;
  }

  private Step readOnly(LDAPMessage asked, String operation, ProtocolOp response) {
    return answer(
        new LdapCall(operation, "", "", 53, 0, secure),
        List.of(new LDAPMessage(asked.getMessageID(), response)),
        new Refusal("ldap-53", "L'annuaire se consulte seulement, par des recherches."));
  }

  private static Step silent(LdapCall call) {
    return Step.over("", FIRST, told(call, null));
  }

  private static Step answer(LdapCall call, List<LDAPMessage> messages, @Nullable Refusal refusal) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    messages.forEach(each -> bytes.writeBytes(each.encode().encode()));
    return Step.over(Content.of(bytes.toByteArray()), FIRST, told(call, refusal));
  }

  private static Told told(LdapCall call, @Nullable Refusal refusal) {
    return new Told(
        "ANN LDAP " + call.operation(),
        call.operation(),
        call.base(),
        call.result() == NO_ANSWER ? null : call.result(),
        call,
        Map.of(
            "base", call.base(),
            "filtre", call.filter(),
            "resultat", call.result(),
            "entrees", call.entries(),
            "tls", call.secure()),
        refusal);
  }

  @Override
  public Step farewell() {
    return parting(
        ResultCode.UNAVAILABLE,
        new Refusal("delai-depasse", "Rien n'est venu pendant 10 minutes : la session est close."));
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}

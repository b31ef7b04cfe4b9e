package fr.socle.mss.directory.protocol.fhir;

import fr.socle.bench.world.Address;
import fr.socle.bench.world.Exercise;
import fr.socle.mss.directory.service.DirectoryMailbox;
import fr.socle.mss.directory.service.Person;
import fr.socle.mss.directory.service.Place;
import fr.socle.mss.directory.service.Situation;
import fr.socle.mss.directory.service.Snapshot;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Device.FHIRDeviceStatus;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/**
 * The directory as resources.
 *
 * @param now the directory
 */
record Resources(Snapshot now) {

  List<Practitioner> practitioners() {
    return now.people().stream().map(this::practitioner).toList();
  }

  List<PractitionerRole> roles() {
    return now.situations().stream().map(this::role).toList();
  }

  List<Organization> organizations() {
    return now.places().stream().map(this::organization).toList();
  }

  /** One activity for each establishment: the world has none, it is there to be included. */
  List<HealthcareService> services() {
    return establishments().map(this::service).toList();
  }

  /** One heavy equipment for each establishment, as above. */
  List<Device> devices() {
    return establishments().map(this::device).toList();
  }

  private Stream<Place> establishments() {
    return now.places().stream().filter(Place::isEstablishment);
  }

  private Practitioner practitioner(Person person) {
    Practitioner resource = begun(new Practitioner(), person.id(), "practitioner", "RPPS");
    resource.setActive(!person.professional().revoked());
    resource.addIdentifier(
        identifier("IDNPS", Terms.NATIONAL_PERSON, person.nationalId())
            .setUse(IdentifierUse.OFFICIAL));
    person
        .professional()
        .rpps()
        .ifPresent(rpps -> resource.addIdentifier(identifier("RPPS", Terms.RPPS, rpps.number())));
    HumanName name = resource.addName().setUse(NameUse.USUAL).setFamily(person.familyName());
    name.addGiven(person.givenName()).addPrefix(person.professional().civility());
    person.mailboxes().forEach(each -> resource.addTelecom(mailbox(each)));
    person.professional().exercises().forEach(each -> qualify(resource, each));
    return resource;
  }

  private static void qualify(Practitioner resource, Exercise exercise) {
    resource
        .addQualification()
        .getCode()
        .addCoding(coding(Terms.PROFESSIONS, exercise.profession()))
        .addCoding(coding(Terms.CATEGORIES, exercise.category()));
    if (!exercise.knowHow().isEmpty()) {
      resource.addQualification().setCode(Terms.concept(Terms.SPECIALITIES, exercise.knowHow()));
    }
  }

  private PractitionerRole role(Situation situation) {
    PractitionerRole resource =
        begun(new PractitionerRole(), situation.id(), "practitionerrole", "RPPS");
    String authority = situation.activity().registrationAuthority();
    if (!authority.isEmpty()) {
      resource
          .getMeta()
          .getExtensionByUrl(Terms.TRACE)
          .addExtension("autorite-enregistrement", new CodeType(authority.split("/", 2)[0]));
    }
    resource.setActive(true);
    resource.addIdentifier(new Identifier().setValue(situation.id()));
    resource.setPractitioner(new Reference("Practitioner/" + situation.person().id()));
    resource.setOrganization(new Reference("Organization/" + situation.place().id()));
    code(resource, Terms.PROFESSIONS, situation.exercise().profession());
    code(resource, Terms.MODES, situation.activity().mode());
    code(resource, Terms.GENRES, situation.activity().genre());
    situation.mailboxes().forEach(each -> resource.addTelecom(mailbox(each)));
    return resource;
  }

  private static void code(PractitionerRole resource, String system, String code) {
    if (!code.isEmpty()) {
      resource.addCode(Terms.concept(system, code));
    }
  }

  private Organization organization(Place place) {
    boolean finess = !place.structure().finess().isEmpty();
    Organization resource =
        begun(new Organization(), place.id(), "organization", finess ? "FINESS" : "RPPS");
    resource.setActive(true);
    if (!place.nationalId().isEmpty()) {
      resource.addIdentifier(
          identifier("IDNST", Terms.NATIONAL_STRUCTURE, place.nationalId())
              .setUse(IdentifierUse.OFFICIAL));
    }
    if (finess) {
      resource.addIdentifier(
          identifier(place.legal() ? "FINEJ" : "FINEG", Terms.FINESS, place.structure().finess()));
    }
    if (!place.structure().siret().isEmpty()) {
      resource.addIdentifier(identifier("SIRET", Terms.SIRENE, place.structure().siret()));
    }
    if (!place.sector().isEmpty()) {
      resource.addType(Terms.concept(Terms.SECTORS, place.sector()));
    }
    if (place.isPharmacy()) {
      // The world has no licences: the number is ours.
      resource.addExtension(Terms.LICENCE, new StringType("99#" + place.id().substring(4)));
    }
    resource.setName(place.structure().businessName());
    if (!place.structure().tradeName().isEmpty()) {
      resource.addAlias(place.structure().tradeName());
    }
    if (!place.partOf().isEmpty()) {
      resource.setPartOf(new Reference("Organization/" + place.partOf()));
    }
    resource.addAddress(address(place.structure().address()));
    place.mailboxes().forEach(each -> resource.addTelecom(mailbox(each)));
    if (!place.structure().email().isEmpty()) {
      resource.addTelecom(
          new ContactPoint()
              .setSystem(ContactPointSystem.EMAIL)
              .setValue(place.structure().email()));
    }
    return resource;
  }

  private static org.hl7.fhir.r4.model.Address address(Address place) {
    org.hl7.fhir.r4.model.Address address = new org.hl7.fhir.r4.model.Address();
    String line =
        String.join(
            " ",
            Stream.of(place.streetNumber(), place.repetition(), place.streetType(), place.street())
                .filter(each -> !each.isEmpty())
                .toList());
    if (!line.isEmpty()) {
      address.addLine(line);
    }
    String town = place.town();
    return address
        .setCity(town.startsWith(place.postcode() + " ") ? town.substring(6) : town)
        .setPostalCode(place.postcode())
        .setCountry("FRA");
  }

  private HealthcareService service(Place place) {
    HealthcareService resource =
        begun(
            new HealthcareService(),
            place.id().replaceFirst("001-", "004-"),
            "healthcareservice-healthcare-activity",
            "FINESS");
    resource.getMeta().setLastUpdated(Date.from(now.changed(place.id())));
    resource.addIdentifier(new Identifier().setValue(resource.getIdElement().getIdPart()));
    return resource
        .setActive(true)
        .setProvidedBy(new Reference("Organization/" + place.id()))
        .setName("MEDECINE");
  }

  private Device device(Place place) {
    Device resource =
        begun(new Device(), place.id().replaceFirst("001-", "002-"), "device", "FINESS");
    resource.getMeta().setLastUpdated(Date.from(now.changed(place.id())));
    resource.addIdentifier(new Identifier().setValue(resource.getIdElement().getIdPart()));
    resource.addDeviceName().setName("SCANOGRAPHE").setType(Device.DeviceNameType.OTHER);
    return resource
        .setStatus(FHIRDeviceStatus.ACTIVE)
        .setOwner(new Reference("Organization/" + place.id()));
  }

  private static ContactPoint mailbox(DirectoryMailbox mailbox) {
    Extension more = new Extension(Terms.MAILBOX);
    more.addExtension("type", Terms.concept(Terms.MAILBOX_TYPES, mailbox.kind().name()));
    if (!mailbox.publication().description().isEmpty()) {
      more.addExtension("description", new StringType(mailbox.publication().description()));
    }
    if (!mailbox.publication().department().isEmpty()) {
      more.addExtension("service", new StringType(mailbox.publication().department()));
    }
    more.addExtension("digitization", new BooleanType(mailbox.publication().paperless()));
    if (mailbox.publication().redList()) {
      more.addExtension("listeRouge", new BooleanType(true));
    }
    ContactPoint point =
        new ContactPoint()
            .setSystem(ContactPointSystem.EMAIL)
            .setValue(mailbox.address())
            .setRank(mailbox.publication().rank());
    point.addExtension(Terms.MESSAGING_TYPE, coding(Terms.MESSAGING_TYPES, "MSSANTE"));
    point.addExtension(more);
    return point;
  }

  private static Coding coding(String system, String code) {
    return new Coding().setSystem(system).setCode(code);
  }

  private static Identifier identifier(String type, String system, String value) {
    return new Identifier()
        .setType(Terms.concept(Terms.IDENTIFIER_TYPES, type))
        .setSystem(system)
        .setValue(value);
  }

  private <T extends DomainResource> T begun(T resource, String id, String profile, String from) {
    resource.setId(id);
    resource.setLanguage("fr");
    Extension trace = new Extension(Terms.TRACE);
    trace.addExtension("systeme-information", new CodeType(from));
    resource
        .getMeta()
        .setVersionId("1")
        .setLastUpdated(Date.from(now.changed(id)))
        .setSource("https://annuaire.sante.fr")
        .addProfile(Terms.profile(profile))
        .addExtension(trace);
    return resource;
  }
}

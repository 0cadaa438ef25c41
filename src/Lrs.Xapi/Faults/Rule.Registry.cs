namespace Lrs.Xapi;

public sealed partial record Rule
{
    // :: JSON
    /// <summary><c>json.malformed</c></summary>
    public static readonly Rule JsonMalformed = New("json.malformed", "Data 2.1 · RFC 8259");
    /// <summary><c>json.trailing</c></summary>
    public static readonly Rule JsonTrailing = New("json.trailing", "Data 2.1 · RFC 8259 2");
    /// <summary><c>json.utf8</c></summary>
    public static readonly Rule JsonUtf8 = New("json.utf8", "Communication 1.4 · RFC 8259 8.1");
    /// <summary><c>json.surrogate</c></summary>
    public static readonly Rule JsonSurrogate = New("json.surrogate", "Communication 1.4 · RFC 8259 8.2");
    /// <summary><c>json.depth</c></summary>
    public static readonly Rule JsonDepth = New("json.depth", "RFC 8259 9");
    /// <summary><c>statement.shape</c></summary>
    public static readonly Rule StatementShape = New("statement.shape", "Data 2.1 · Communication 2.1.2 · 9274.1.1 4.1.6.1");

    // :: properties and values of any object
    /// <summary><c>property.unknown</c></summary>
    public static readonly Rule PropertyUnknown = New("property.unknown", "Data 2.2 · 9274.1.1 4.2.4.1");
    /// <summary><c>property.case</c></summary>
    public static readonly Rule PropertyCase = New("property.case", "Data 2.2 · 9274.1.1 4.2.4.1");
    /// <summary><c>property.twice</c></summary>
    public static readonly Rule PropertyTwice = New("property.twice", "Data 2.2 · 9274.1.1 4.2.4.1");
    /// <summary><c>value.null</c></summary>
    public static readonly Rule ValueNull = New("value.null", "Data 2.2 · 9274.1.1 4.2.4.1");
    /// <summary><c>value.type</c></summary>
    public static readonly Rule ValueType = New("value.type", "Data 2.2 · 9274.1.1 4.2.4.1");
    /// <summary><c>text.nul</c></summary>
    public static readonly Rule TextNul = New("text.nul", "RFC 8259 9");
    /// <summary><c>iri.invalid</c></summary>
    public static readonly Rule IriInvalid = New("iri.invalid", "Data 2.2, 4.3 · 9274.1.1 4.2.7 · RFC 3987");
    /// <summary><c>uuid.invalid</c></summary>
    public static readonly Rule UuidInvalid = New("uuid.invalid", "Data 4.4 · 9274.1.1 4.2.7 · RFC 4122 3");
    /// <summary><c>language.invalid</c></summary>
    public static readonly Rule LanguageInvalid = New("language.invalid", "Data 2.2, 4.2 · 9274.1.1 4.2.7 · RFC 5646 2.1");
    /// <summary><c>timestamp.invalid</c></summary>
    public static readonly Rule TimestampInvalid = New("timestamp.invalid", "Data 4.5 · 9274.1.1 4.2.7 · RFC 3339 5.6");
    /// <summary><c>timestamp.offset</c></summary>
    public static readonly Rule TimestampOffset = New("timestamp.offset", "9274.1.1 4.2.7 · ISO 8601 4.2.5.1");
    /// <summary><c>duration.invalid</c></summary>
    public static readonly Rule DurationInvalid = New("duration.invalid", "Data 4.6 · 9274.1.1 4.2.7 · ISO 8601 4.4.3.2");
    /// <summary><c>extension.key</c></summary>
    public static readonly Rule ExtensionKey = New("extension.key", "Data 4.1 · 9274.1.1 4.2.7");

    // :: the statement
    /// <summary><c>statement.actor.missing</c></summary>
    public static readonly Rule ActorMissing = New("statement.actor.missing", "Data 2.2, 2.4 · 9274.1.1 4.2.2");
    /// <summary><c>statement.verb.missing</c></summary>
    public static readonly Rule VerbMissing = New("statement.verb.missing", "Data 2.2, 2.4 · 9274.1.1 4.2.2");
    /// <summary><c>statement.object.missing</c></summary>
    public static readonly Rule ObjectMissing = New("statement.object.missing", "Data 2.2, 2.4 · 9274.1.1 4.2.2");
    /// <summary><c>statement.version</c></summary>
    public static readonly Rule StatementVersion = New("statement.version", "Data 2.4.10 · 9274.1.1 4.2.4.3");
    /// <summary><c>statement.id.twice</c></summary>
    public static readonly Rule StatementIdTwice = New("statement.id.twice", "Data 2.4.1 · 9274.1.1 4.1.6.1");
    /// <summary><c>voiding.object</c></summary>
    public static readonly Rule VoidingObject = New("voiding.object", "Data 2.3.2 · 9274.1.1 4.2.5");
    /// <summary><c>authority.group</c></summary>
    public static readonly Rule AuthorityGroup = New("authority.group", "Data 2.4.9 · 9274.1.1 4.2.4.2");

    // :: actors
    /// <summary><c>actor.objectType</c></summary>
    public static readonly Rule ActorObjectType = New("actor.objectType", "Data 2.4.2 · 9274.1.1 4.2.2.1");
    /// <summary><c>actor.identifier.missing</c></summary>
    public static readonly Rule ActorIdentifierMissing = New("actor.identifier.missing", "Data 2.4.2.1 · 9274.1.1 4.2.2.1");
    /// <summary><c>actor.identifier.many</c></summary>
    public static readonly Rule ActorIdentifierMany = New("actor.identifier.many", "Data 2.4.2.3 · 9274.1.1 4.2.2.1");
    /// <summary><c>actor.mbox</c></summary>
    public static readonly Rule ActorMbox = New("actor.mbox", "Data 2.4.2.3 · 9274.1.1 4.2.2.1");
    /// <summary><c>actor.mbox_sha1sum</c></summary>
    public static readonly Rule ActorSha1 = New("actor.mbox_sha1sum", "Data 2.4.2.3 · 9274.1.1 4.2.2.1");
    /// <summary><c>account.homePage.missing</c></summary>
    public static readonly Rule AccountHomePageMissing = New("account.homePage.missing", "Data 2.4.2.4 · 9274.1.1 4.2.2.1");
    /// <summary><c>account.name.missing</c></summary>
    public static readonly Rule AccountNameMissing = New("account.name.missing", "Data 2.4.2.4 · 9274.1.1 4.2.2.1");
    /// <summary><c>group.member.missing</c></summary>
    public static readonly Rule GroupMemberMissing = New("group.member.missing", "Data 2.4.2.2 · 9274.1.1 4.2.2.1");
    /// <summary><c>group.member.group</c></summary>
    public static readonly Rule GroupMemberGroup = New("group.member.group", "Data 2.4.2.2 · 9274.1.1 4.2.2.1");

    // :: verb and object
    /// <summary><c>verb.id.missing</c></summary>
    public static readonly Rule VerbIdMissing = New("verb.id.missing", "Data 2.4.3 · 9274.1.1 4.2.2.2");
    /// <summary><c>object.objectType</c></summary>
    public static readonly Rule ObjectObjectType = New("object.objectType", "Data 2.4.4 · 9274.1.1 4.2.2.3");
    /// <summary><c>activity.id.missing</c></summary>
    public static readonly Rule ActivityIdMissing = New("activity.id.missing", "Data 2.4.4.1 · 9274.1.1 4.2.2.3");
    /// <summary><c>activity.objectType</c></summary>
    public static readonly Rule ActivityObjectType = New("activity.objectType", "Data 2.4.4.1 · 9274.1.1 4.2.2.3");
    /// <summary><c>interaction.type.missing</c></summary>
    public static readonly Rule InteractionTypeMissing = New("interaction.type.missing", "Data 2.4.4.1 · 9274.1.1 4.2.2.3");
    /// <summary><c>interaction.type.invalid</c></summary>
    public static readonly Rule InteractionTypeInvalid = New("interaction.type.invalid", "Data 2.4.4.1 · 9274.1.1 4.2.2.3");
    /// <summary><c>interaction.list</c></summary>
    public static readonly Rule InteractionList = New("interaction.list", "Data 2.4.4.1 · 9274.1.1 4.2.2.3");
    /// <summary><c>interaction.component.id.missing</c></summary>
    public static readonly Rule ComponentIdMissing = New("interaction.component.id.missing", "Data 2.4.4.1 · 9274.1.1 4.2.2.3");
    /// <summary><c>interaction.component.id.twice</c></summary>
    public static readonly Rule ComponentIdTwice = New("interaction.component.id.twice", "Data 2.4.4.1 · 9274.1.1 4.2.2.3");
    /// <summary><c>substatement.property</c></summary>
    public static readonly Rule SubStatementProperty = New("substatement.property", "Data 2.4.4.3 · 9274.1.1 4.2.2.3");
    /// <summary><c>substatement.nested</c></summary>
    public static readonly Rule SubStatementNested = New("substatement.nested", "Data 2.4.4.3 · 9274.1.1 4.2.2.3");
    /// <summary><c>statementref.id.missing</c></summary>
    public static readonly Rule StatementRefIdMissing = New("statementref.id.missing", "Data 2.4.4.3 · 9274.1.1 4.2.2.3");
    /// <summary><c>statementref.objectType</c></summary>
    public static readonly Rule StatementRefObjectType = New("statementref.objectType", "Data 2.4.4.3 · 9274.1.1 4.2.2.3");

    // :: result
    /// <summary><c>score.scaled</c></summary>
    public static readonly Rule ScoreScaled = New("score.scaled", "Data 2.4.5.1 · 9274.1.1 4.2.2.4");
    /// <summary><c>score.raw</c></summary>
    public static readonly Rule ScoreRaw = New("score.raw", "Data 2.4.5.1 · 9274.1.1 4.2.2.4");
    /// <summary><c>score.min.max</c></summary>
    public static readonly Rule ScoreMinMax = New("score.min.max", "Data 2.4.5.1 · 9274.1.1 4.2.2.4");
    /// <summary><c>score.number</c></summary>
    public static readonly Rule ScoreNumber = New("score.number", "Data 2.2 · 9274.1.1 4.2.4.1");

    // :: context
    /// <summary><c>context.revision</c></summary>
    public static readonly Rule ContextRevision = New("context.revision", "Data 2.4.6 · 9274.1.1 4.2.2.5");
    /// <summary><c>context.platform</c></summary>
    public static readonly Rule ContextPlatform = New("context.platform", "Data 2.4.6 · 9274.1.1 4.2.2.5");
    /// <summary><c>context.team</c></summary>
    public static readonly Rule ContextTeam = New("context.team", "Data 2.4.6 · 9274.1.1 4.2.2.5");
    /// <summary><c>context.agents.version</c></summary>
    public static readonly Rule ContextAgentsVersion = New("context.agents.version", "Communication 3.3 · 9274.1.1 4.2.2.5");
    /// <summary><c>context.agent.objectType</c></summary>
    public static readonly Rule ContextAgentObjectType = New("context.agent.objectType", "9274.1.1 4.2.2.5");
    /// <summary><c>context.agent.missing</c></summary>
    public static readonly Rule ContextAgentMissing = New("context.agent.missing", "9274.1.1 4.2.2.5");
    /// <summary><c>context.relevantTypes.empty</c></summary>
    public static readonly Rule RelevantTypesEmpty = New("context.relevantTypes.empty", "9274.1.1 4.2.2.5");

    // :: attachments
    /// <summary><c>attachment.usageType.missing</c></summary>
    public static readonly Rule AttachmentUsageTypeMissing = New("attachment.usageType.missing", "Data 2.4.11 · 9274.1.1 4.2.2.6");
    /// <summary><c>attachment.display.missing</c></summary>
    public static readonly Rule AttachmentDisplayMissing = New("attachment.display.missing", "Data 2.4.11 · 9274.1.1 4.2.2.6");
    /// <summary><c>attachment.contentType.missing</c></summary>
    public static readonly Rule AttachmentContentTypeMissing = New("attachment.contentType.missing", "Data 2.4.11 · 9274.1.1 4.2.2.6");
    /// <summary><c>attachment.length.missing</c></summary>
    public static readonly Rule AttachmentLengthMissing = New("attachment.length.missing", "Data 2.4.11 · 9274.1.1 4.2.2.6");
    /// <summary><c>attachment.sha2.missing</c></summary>
    public static readonly Rule AttachmentSha2Missing = New("attachment.sha2.missing", "Data 2.4.11 · 9274.1.1 4.2.2.6");
    /// <summary><c>attachment.contentType</c></summary>
    public static readonly Rule AttachmentContentType = New("attachment.contentType", "Data 2.4.11 · 9274.1.1 4.2.2.6 · RFC 2046");
    /// <summary><c>attachment.length</c></summary>
    public static readonly Rule AttachmentLength = New("attachment.length", "Data 2.4.11 · 9274.1.1 4.2.2.6");
    /// <summary><c>attachment.sha2</c></summary>
    public static readonly Rule AttachmentSha2 = New("attachment.sha2", "Data 2.4.11 · 9274.1.1 4.2.2.6");
    /// <summary><c>attachment.signature</c></summary>
    public static readonly Rule AttachmentSignature = New("attachment.signature", "Data 2.6");

    // :: signatures
    /// <summary><c>signature.form</c></summary>
    public static readonly Rule SignatureForm = New("signature.form", "Data 2.6 · RFC 7515 7.1");
    /// <summary><c>signature.algorithm</c></summary>
    public static readonly Rule SignatureAlgorithm = New("signature.algorithm", "Data 2.6");
    /// <summary><c>signature.payload</c></summary>
    public static readonly Rule SignaturePayload = New("signature.payload", "Data 2.6");
    /// <summary><c>signature.certificate</c></summary>
    public static readonly Rule SignatureCertificate = New("signature.certificate", "Data 2.6 · RFC 7515 4.1.6");

    /// <summary><c>signature.missing</c></summary>
    public static readonly Rule SignatureMissing = New("signature.missing", "Data 2.6");

    // :: requests whose statements come with the data of their attachments
    /// <summary><c>content.type</c></summary>
    public static readonly Rule ContentType = New("content.type", "Communication 1.5 · 9274.1.1 4.1.3");
    /// <summary><c>multipart.form</c></summary>
    public static readonly Rule MultipartForm = New("multipart.form", "Communication 1.5.2 · 9274.1.1 4.1.3 · RFC 2046 5.1.1");
    /// <summary><c>multipart.first</c></summary>
    public static readonly Rule MultipartFirst = New("multipart.first", "Communication 1.5.2 · 9274.1.1 4.1.3");
    /// <summary><c>multipart.hash.missing</c></summary>
    public static readonly Rule MultipartHashMissing = New("multipart.hash.missing", "Communication 1.5.2 · 9274.1.1 4.1.3");
    /// <summary><c>multipart.encoding</c></summary>
    public static readonly Rule MultipartEncoding = New("multipart.encoding", "Communication 1.5.2 · 9274.1.1 4.1.3");
    /// <summary><c>multipart.excess</c></summary>
    public static readonly Rule MultipartExcess = New("multipart.excess", "Communication 1.5.1, 1.5.2 · 9274.1.1 4.1.3");
    /// <summary><c>multipart.hash.wrong</c></summary>
    public static readonly Rule MultipartHashWrong = New("multipart.hash.wrong", "Communication 1.5.2 · Data 2.4.11 · 9274.1.1 4.1.3");
    /// <summary><c>multipart.missing</c></summary>
    public static readonly Rule MultipartMissing = New("multipart.missing", "Communication 1.5.1 · Data 2.4.11 · 9274.1.1 4.1.3");

    // :: alternate request syntax
    /// <summary><c>alternate.form</c></summary>
    public static readonly Rule AlternateForm = New("alternate.form", "Communication 1.3");
    /// <summary><c>alternate.method</c></summary>
    public static readonly Rule AlternateMethod = New("alternate.method", "Communication 1.3");
    /// <summary><c>alternate.extra</c></summary>
    public static readonly Rule AlternateExtra = New("alternate.extra", "Communication 1.3");
    /// <summary><c>alternate.content</c></summary>
    public static readonly Rule AlternateContent = New("alternate.content", "Communication 1.3");

    // :: query parameters
    /// <summary><c>query.unknown</c></summary>
    public static readonly Rule QueryUnknown = New("query.unknown", "Communication 3.2 · 9274.1.1 4.1.6.1");
    /// <summary><c>query.case</c></summary>
    public static readonly Rule QueryCase = New("query.case", "Communication 3.2 · 9274.1.1 4.1.6.1");
    /// <summary><c>query.twice</c></summary>
    public static readonly Rule QueryTwice = New("query.twice", "Communication 3.2");
    /// <summary><c>query.missing</c></summary>
    public static readonly Rule QueryMissing = New("query.missing", "Communication 2.2, 3.2 · 9274.1.1 4.1.6");
    /// <summary><c>query.together</c></summary>
    public static readonly Rule QueryTogether = New("query.together", "Communication 2.1.3 · 9274.1.1 4.1.6.1");
    /// <summary><c>query.boolean</c></summary>
    public static readonly Rule QueryBoolean = New("query.boolean", "Communication 2.1.3 · 9274.1.1 4.1.6.1");
    /// <summary><c>query.limit</c></summary>
    public static readonly Rule QueryLimit = New("query.limit", "Communication 2.1.3 · 9274.1.1 4.1.6.1");
    /// <summary><c>query.format</c></summary>
    public static readonly Rule QueryFormat = New("query.format", "Communication 2.1.3 · 9274.1.1 4.1.6.1");
    /// <summary><c>query.agent.anonymous</c></summary>
    public static readonly Rule QueryAgentAnonymous = New("query.agent.anonymous", "Communication 2.1.3 · 9274.1.1 4.1.6.1");
    /// <summary><c>query.empty</c></summary>
    public static readonly Rule QueryEmpty = New("query.empty", "Communication 2.2, 3.2");

    // :: how much may come at once
    /// <summary><c>request.statements</c></summary>
    public static readonly Rule RequestStatements = New("request.statements", "Communication 3.2 · 9274.1.1 4.1.6.1");

    // :: documents
    /// <summary><c>document.object</c></summary>
    public static readonly Rule DocumentObject = New("document.object", "Communication 2.2 · 9274.1.1 4.1.6.2");
}

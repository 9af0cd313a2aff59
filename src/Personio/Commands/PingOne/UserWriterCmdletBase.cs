using System.Collections;
using System.Management.Automation;
using Personio.Completers;
using Personio.Parameters;
using Personio.PingOne;

namespace Personio;

/// <summary>
/// The base of the cmdlets that create and change users: their attributes, validated against the schema.
/// </summary>
public abstract class UserWriterCmdletBase : PingOneCmdletBase
{
    private GivenParameters? _parameters;
    private UserSchemaCheck? _schema;

    /// <summary>The email address.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Email { get; set; }

    /// <summary>The given name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? GivenName { get; set; }

    /// <summary>The family name: letters, digits, spaces, apostrophes, dots and hyphens.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? FamilyName { get; set; }

    /// <summary>The middle name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? MiddleName { get; set; }

    /// <summary>The name that the user goes by.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Nickname { get; set; }

    /// <summary>The key in the system that feeds the directory, for example the PersonId.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? ExternalId { get; set; }

    /// <summary>The position.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Title { get; set; }

    /// <summary>The kind of user in the company's terms, for example Employee or Contractor.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Type { get; set; }

    /// <summary>The mobile phone number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? MobilePhone { get; set; }

    /// <summary>The phone number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? PrimaryPhone { get; set; }

    /// <summary>The language and country, for example de-AT.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Locale { get; set; }

    /// <summary>The population, by name or id.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(PopulationCompleter))]
    [AllowEmptyString]
    public string? Population { get; set; }

    /// <summary>True if the user can sign in.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    [AllowNull]
    public bool? Enabled { get; set; }

    /// <summary>
    /// Other attributes of the user schema, by name: <c>@{ department = 'Netze'; 'address.locality' = 'Wien' }</c>.
    /// $null clears an attribute when a user is changed.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [MapTransformation]
    public IDictionary? Attribute { get; set; }

    /// <summary>The object or row that the other parameters are bound from.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Records the typed parameters before the pipeline binds the rest.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _parameters = new GivenParameters(this, () => InputObject, PipelineInput.IsOurs);
    }

    /// <summary>True if a value should be sent.</summary>
    private protected bool IsGiven(string parameter) => _parameters!.Contains(parameter);

    /// <summary>The specified attributes, by schema path; typed empty text clears an attribute.</summary>
    /// <exception cref="PersonioException">
    /// An attribute is not in the schema, is switched off, or has the wrong form (<c>InvalidRequest</c>).
    /// </exception>
    private protected Dictionary<string, object?> SpecifiedAttributes()
    {
        var attributes = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach ((string parameter, string path, string? value) in Texts())
        {
            if (IsGiven(parameter))
            {
                LostCharacters.Reject(value);
                attributes[path] = value?.Trim() is { Length: > 0 } text ? text : null;
            }
        }

        if (IsGiven(nameof(Attribute)) && Attribute is not null)
        {
            _schema ??= UserSchemaCheck.Read(this);
            foreach (DictionaryEntry pair in Attribute)
            {
                (string path, object? value) = _schema.Check(pair.Key.ToString() ?? "", pair.Value);
                LostCharacters.Reject(UserState.Show(value));
                attributes[path] = value;
            }
        }

        return attributes;
    }

    /// <summary>Writes an error if PingOne did not keep everything that was written.</summary>
    private protected void ReportNotStored(WrittenUser written, object target)
    {
        if (written.NotKept.Count > 0)
        {
            WriteError(new ErrorRecord(
                PersonioException.Invalid(
                    $"User {written.User.UserName} ({written.User.UserId}) was written, but PingOne did not keep "
                    + $"{string.Join(", ", written.NotKept)}. Run Get-PingOneAttribute to see what the schema has."),
                "NotKept",
                ErrorCategory.InvalidResult,
                target));
        }
    }

    /// <summary>The attributes of parameters whose value is text.</summary>
    private protected virtual IEnumerable<(string Parameter, string Path, string? Value)> Texts() =>
    [
        (nameof(Email), "email", Email), (nameof(GivenName), "name.given", GivenName),
        (nameof(MiddleName), "name.middle", MiddleName), (nameof(FamilyName), "name.family", FamilyName),
        (nameof(Nickname), "nickname", Nickname), (nameof(ExternalId), "externalId", ExternalId),
        (nameof(Title), "title", Title), (nameof(Type), "type", Type),
        (nameof(MobilePhone), "mobilePhone", MobilePhone),
        (nameof(PrimaryPhone), "primaryPhone", PrimaryPhone), (nameof(Locale), "locale", Locale),
    ];
}

using System.Collections;
using System.Management.Automation;
using Personio.Lifecycle;

namespace Personio.Commands;

// The parameters for building user names.
public sealed partial class ComparePersonioDirectoryCommand
{
    /// <summary>
    /// How user names are built: {given}, {family}, {g}, {f}, {email-local}, {email} and text, or a script block that
    /// receives the person as $_ and returns a pattern or a name. Default: {given}.{family}, and {email} for EntraId.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object? UserNamePattern { get; set; }

    /// <summary>The maximum length of user names. Default: 64, and 20 for ActiveDirectory.</summary>
    [Parameter]
    [ValidateRange(4, 256)]
    public int? UserNameLength { get; set; }

    /// <summary>Uses only the first part of a double given name for user names.</summary>
    [Parameter]
    public SwitchParameter FirstGivenOnly { get; set; }

    /// <summary>User names that are never assigned, in addition to admin, root, support and similar ones.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? ReservedName { get; set; }

    /// <summary>
    /// How letters are spelled in user names: German (default, ä ae), Scandinavian (å aa), Plain (ä a), or a hashtable
    /// of letters that takes precedence over German.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public object Transliteration { get; set; } = "German";

    /// <summary>Uses the preferred name as the first name, in attributes and user names.</summary>
    [Parameter]
    public SwitchParameter UsePreferredName { get; set; }

    /// <summary>The specified rules for user names.</summary>
    private UserNameOptions UserNames()
    {
        object? spelling = PipelineInput.Unwrap(Transliteration);
        return new UserNameOptions
        {
            Pattern = PatternText(),
            PatternOf = PipelineInput.Unwrap(UserNamePattern) is ScriptBlock block
                ? person => ScriptCall.Evaluate(
                    block, person.Source, $"-UserNamePattern for person {person.PersonId}")?.ToString()
                : null,
            MaxLength = UserNameLength,
            FirstGivenOnly = FirstGivenOnly,
            Reserved = ReservedName ?? [],
            Letters = spelling is IDictionary letters
                ? letters.Cast<DictionaryEntry>().ToDictionary(
                    pair => pair.Key.ToString() ?? "", pair => pair.Value?.ToString() ?? "", StringComparer.Ordinal)
                : null,
            Transliteration = spelling is IDictionary ? default
                : Enum.TryParse(spelling?.ToString(), ignoreCase: true, out Transliteration named)
                    && Enum.IsDefined(named) ? named
                : throw new LifecycleException(
                    LifecycleErrors.InvalidOption,
                    $"-Transliteration is '{spelling}'. Use German, Scandinavian or Plain, or a hashtable of letters."),
        };
    }

    private string? PatternText() => PipelineInput.Unwrap(UserNamePattern) switch
    {
        null or ScriptBlock => null,
        string text => text,
        var other => throw new LifecycleException(
            LifecycleErrors.InvalidOption,
            $"-UserNamePattern is '{other}'. Use a pattern such as {{given}}.{{family}}, or a script block."),
    };
}

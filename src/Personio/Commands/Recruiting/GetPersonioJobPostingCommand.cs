using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio.Commands;

/// <summary>Gets the positions that companies advertise in their public job feeds.</summary>
/// <example>
/// <code>Get-PersonioJobPosting -Company acme -Language en | Select-Object Name, Office, Url</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "PersonioJobPosting", HelpUri = HelpPages.Root + "Get-PersonioJobPosting.md")]
[OutputType(typeof(JobPosting))]
public sealed class GetPersonioJobPostingCommand : PersonioCmdletBase
{
    private int _written;

    /// <summary>The companies, as named in the URLs of their career pages: acme for acme.jobs.personio.de.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[] Company { get; set; } = [];

    /// <summary>Titles, with wildcards. Filtered here.</summary>
    [Parameter(Position = 1)]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <summary>The language of the texts. Default: German.</summary>
    [Parameter]
    [ValidateSet("de", "en", "es", "fr", "it", "nl", "pt")]
    public string? Language { get; set; }

    /// <summary>Returns at most this many positions.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? First { get; set; }

    /// <summary>The origin of the feed: https, or http on this computer. Default: the company's career page.</summary>
    [Parameter]
    public Uri? BaseUri { get; set; }

    /// <summary>The maximum number of retries per request.</summary>
    [Parameter]
    [ValidateRange(0, 20)]
    public int MaxRetry { get; set; } = 5;

    /// <summary>The timeout per attempt, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 100;

    private JobPostingFeed Feed => field ??= new JobPostingFeed(Log)
    {
        BaseUri = BaseUri,
        Product = "Personio-PowerShell",
        MaxRetry = MaxRetry,
        Timeout = TimeSpan.FromSeconds(TimeoutSec),
    };

    /// <summary>Reads the feeds one by one.</summary>
    protected override void ProcessRecord()
    {
        foreach (string company in Company.TakeWhile(_ => _written < (First ?? int.MaxValue)))
        {
            TryRun(company, () => Write(
                company, Await(token => Feed.ReadAsync(company, Language?.ToLowerInvariant(), token))));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => EndProgress();

    private void Write(string company, IReadOnlyList<JobPosting> all)
    {
        NameWildcard[] patterns = [.. (Name ?? ["*"]).Select(name => new NameWildcard(name))];
        foreach (JobPosting posting in all.Where(one => patterns.Any(pattern => pattern.IsMatch(one.Name ?? "")))
            .Take((First ?? int.MaxValue) - _written))
        {
            _written++;
            WriteObject(posting);
        }

        foreach (string name in (Name ?? []).Where((name, i) => !WildcardPattern.ContainsWildcardCharacters(name)
            && !all.Any(one => patterns[i].IsMatch(one.Name ?? ""))))
        {
            WriteError(Errors.CreateRecord(
                new PersonioException(
                    ErrorKind.NotFound, $"Company '{company}' advertises no position named '{name}'."),
                Noun,
                name));
        }
    }
}

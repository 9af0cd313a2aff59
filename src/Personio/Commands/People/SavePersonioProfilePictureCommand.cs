using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Saves the profile pictures of persons as files named after their ids, such as 4711.png.</summary>
/// <remarks>
/// Sends one request of API v1 for each person; many run concurrently, within the rate limit. A file appears only when
/// it is complete.
/// </remarks>
/// <example>
/// <code>Get-PersonioPerson -Status Active | Save-PersonioProfilePicture -Destination ./pictures</code>
/// </example>
[Cmdlet(VerbsData.Save, "PersonioProfilePicture", HelpUri = HelpPages.Root + "Save-PersonioProfilePicture.md")]
[OutputType(typeof(FileInfo))]
public sealed class SavePersonioProfilePictureCommand : ConnectedCmdletBase
{
    /// <summary>The persons: ids or email addresses.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("PersonEmail", "Email")]
    [PersonTransformation]
    [ArgumentCompleter(typeof(PersonIdCompleter))]
    public string[]? PersonId { get; set; }

    /// <summary>
    /// The folder, created if it does not exist. Defaults to the current folder. A script block computes a folder for
    /// each person.
    /// </summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = ".";

    /// <summary>
    /// The requested width in pixels; Personio chooses a similar one. Defaults to the picture's own width.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 10_000)]
    public int? Width { get; set; }

    /// <summary>Overwrites an existing file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>An object with a property PersonId, or the id of a person as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        foreach (RequestedId requested in RequireIds(PersonId, InputObject, nameof(PersonId)))
        {
            Save(requested);
        }
    }

    // The folder is checked when the request starts, so that its errors are reported in order.
    private void Save(RequestedId requested)
    {
        string folder = "";
        Enqueue(
            requested.Target,
            token => FetchAsync(
                requested.IdOrThrow,
                folder = LocalPath.ResolveFolder(this, CheckedDestination.From(Destination, InputObject)),
                token),
            picture => WriteObject(
                LocalPath.FindItem(this, picture.Save(folder, requested.Id, Force)), enumerateCollection: true));
    }

    private async Task<ProfilePicture> FetchAsync(string id, string folder, CancellationToken cancellationToken)
    {
        // Required by API v1, and makes the id a safe file name.
        if (id.Length == 0 || !id.All(char.IsAsciiDigit))
        {
            throw PersonioException.Invalid($"'{id}' is not the id of a person: that is a number.");
        }

        if (!Force && ProfilePicture.Find(folder, id) is { } existing)
        {
            throw ProfilePicture.CreateExistsError(existing);
        }

        ApiRequest request = Width is { } width
            ? Endpoints.GetProfilePictureOfWidth.For(id, FormattableString.Invariant($"{width}"))
            : Endpoints.GetProfilePicture.For(id);
        try
        {
            return ProfilePicture.From(await Client.InvokeAsync(request, cancellationToken).ConfigureAwait(false), id);
        }
        catch (PersonioException fault) when (fault.Kind == ErrorKind.NotFound)
        {
            throw fault.As(ErrorKind.NotFound, $"Person {id} has no profile picture, or does not exist.");
        }
    }
}

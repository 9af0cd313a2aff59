using Personio.Models;

namespace Personio.Client;

/// <summary>Moves files between a disk and Personio, and checks that what came is a file.</summary>
public sealed class FileTransfer
{
    /// <summary>The most bytes that Personio takes as one document.</summary>
    public const long LargestUpload = 30 * 1024 * 1024;

    private readonly PersonioClient _client;
    private readonly PersonioSession _session;

    internal FileTransfer(PersonioClient client, PersonioSession session) => (_client, _session) = (client, session);

    /// <summary>Uploads a file as a document of a person.</summary>
    /// <returns>What Personio answered: id, name, day and comment.</returns>
    /// <exception cref="PersonioException">It was refused, or it is not known whether it was made.</exception>
    public async Task<Document> UploadAsync(FileUpload upload, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(upload);
        UploadedDocument made = await _client.CreateAsync<UploadedDocument>(
            Endpoints.UploadDocument.For().WithBody(upload), cancellationToken).ConfigureAwait(false);
        return new Document
        {
            DocumentId = made.Id,
            Name = made.Attributes?.Title,
            Date = made.Attributes?.Date,
            Comment = made.Attributes?.Comment,
        };
    }

    /// <summary>Downloads a file of which nothing is known into a stream, piece by piece.</summary>
    /// <param name="request">The download.</param>
    /// <param name="target">Where it goes; it can be read and sought, because a download that breaks off begins anew.
    /// </param>
    /// <param name="cancellationToken">Ends the download.</param>
    /// <exception cref="PersonioException">
    /// It was refused, broke off, could not be written, or is not a file.
    /// </exception>
    public Task<FileDownload> DownloadAsync(
        ApiRequest request, Stream target, CancellationToken cancellationToken = default) =>
        DownloadAsync(request, target, null, null, cancellationToken);

    /// <summary>Downloads a file into a stream, piece by piece.</summary>
    /// <param name="request">The download.</param>
    /// <param name="target">Where it goes; seekable, because a download that breaks off begins anew.</param>
    /// <param name="name">The name of the file; null where it is not known.</param>
    /// <param name="size">The size of the file in bytes; null where it is not known.</param>
    /// <param name="cancellationToken">Ends the download.</param>
    /// <exception cref="PersonioException">
    /// It was refused, broke off, could not be written, or is not the file that was promised.
    /// </exception>
    public async Task<FileDownload> DownloadAsync(
        ApiRequest request, Stream target, string? name, long? size, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(target);
        FileDownload file = await _session.Transport.DownloadAsync(request, target, _client.Log, cancellationToken)
            .ConfigureAwait(false);
        byte[] beginning = new byte[FileCheck.BeginningLength];
        target.Position = 0;
        int read = await target.ReadAtLeastAsync(
            beginning, beginning.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        FileCheck.Check(request, file, beginning.AsSpan(0, read), name, size);
        return file;
    }
}

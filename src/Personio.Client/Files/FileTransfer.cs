using Personio.Models;

namespace Personio.Client;

/// <summary>Transfers files between a disk and Personio, and checks that a download is a file.</summary>
public sealed class FileTransfer
{
    /// <summary>The maximum size of a document that Personio accepts, in bytes.</summary>
    public const long MaxUploadBytes = 30 * 1024 * 1024;

    private readonly PersonioClient _client;
    private readonly PersonioSession _session;

    internal FileTransfer(PersonioClient client, PersonioSession session) => (_client, _session) = (client, session);

    /// <summary>Uploads a file as a document of a person.</summary>
    /// <returns>The id, name, day and comment that Personio returned.</returns>
    /// <exception cref="PersonioException">The upload was rejected, or its outcome is unknown.</exception>
    public async Task<Document> UploadAsync(FileUpload upload, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(upload);
        UploadedDocument created = await _client.CreateAsync<UploadedDocument>(
            Endpoints.UploadDocument.For().WithBody(upload), cancellationToken).ConfigureAwait(false);
        return new Document
        {
            DocumentId = created.Id,
            Name = created.Attributes?.Title,
            Date = created.Attributes?.Date,
            Comment = created.Attributes?.Comment,
        };
    }

    /// <summary>Streams a file of unknown name and size to a target.</summary>
    /// <param name="request">The download.</param>
    /// <param name="target">The target; readable and seekable, because an interrupted download starts over.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <exception cref="PersonioException">
    /// The download was rejected or interrupted, could not be written, or is not a file.
    /// </exception>
    public Task<FileDownload> DownloadAsync(
        ApiRequest request, Stream target, CancellationToken cancellationToken = default) =>
        DownloadAsync(request, target, null, null, cancellationToken);

    /// <summary>Streams a file to a target.</summary>
    /// <param name="request">The download.</param>
    /// <param name="target">The target; readable and seekable, because an interrupted download starts over.</param>
    /// <param name="name">The name of the file; null if unknown.</param>
    /// <param name="size">The size of the file in bytes; null if unknown.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <exception cref="PersonioException">
    /// The download was rejected or interrupted, could not be written, or is not the expected file.
    /// </exception>
    public async Task<FileDownload> DownloadAsync(
        ApiRequest request, Stream target, string? name, long? size, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(target);
        FileDownload file = await _session.Transport.DownloadAsync(request, target, _client.Log, cancellationToken)
            .ConfigureAwait(false);
        byte[] beginning = new byte[FileCheck.SampleLength];
        target.Position = 0;
        int read = await target.ReadAtLeastAsync(
            beginning, beginning.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        FileCheck.Check(request, file, beginning.AsSpan(0, read), name, size);
        return file;
    }
}

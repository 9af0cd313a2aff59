namespace Personio.Rest.Http;

/// <summary>
/// What was downloaded could not be written, for example because the disk is full. Not the server's fault.
/// </summary>
internal sealed class DownloadTargetException(Exception inner) : Exception(inner.Message, inner);

namespace Personio.Rest.Http;

/// <summary>A download could not be written, for example because the disk is full. Not the server's fault.</summary>
internal sealed class DownloadTargetException(Exception inner) : Exception(inner.Message, inner);

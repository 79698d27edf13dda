import PDFLayout
